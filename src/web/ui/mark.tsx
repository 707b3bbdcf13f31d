/** The mark: two vessels rise apart and run on as one. It never flips, spins or beats. `quiet` is the grey one of empty places. */
export const Mark = ({ quiet = false }: { quiet?: boolean }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke-linecap="round" stroke-linejoin="round" stroke-width="3.4">
    <path stroke={quiet ? 'var(--edge)' : 'var(--wait-mark)'} d="M18.6 12.2C20.3 5.6 27.8 5.6 27.8 12.4 27.8 17.4 20.2 19 17.2 23.2" />
    <path stroke={quiet ? 'var(--edge)' : 'var(--act)'} d="M13.4 12.2C11.7 5.6 4.2 5.6 4.2 12.4 4.2 19 16 19.5 16 29.5" />
  </svg>
);
