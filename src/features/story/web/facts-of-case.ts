// Asked for by name, so that the facts come alone: whoever asks for a whole door gets every room behind it.
export { FactsOfCase } from '#features/cases/web/door.tsx';
