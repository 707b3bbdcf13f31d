// Where discs are dropped: a folder, files or a zip; and two fields for those who do not drag.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import * as say from '#words/cases.ts';
import { filesOfDrop } from './dropped.ts';

/** `small`: something lies on the desk already, and more may come. */
export const DropZone = ({ small, onFiles }: { small: boolean; onFiles: (files: File[]) => void }) => {
  const l = useLocale();
  const [over, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const taken = useRef(onFiles);
  taken.current = onFiles;
  useEffect(() => {
    // Anywhere on the page: a disc dropped beside the frame must not make the browser open it.
    const drag = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(event.type === 'dragover');
    };
    const drop = (event: DragEvent): void => {
      if (event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(false);
      void filesOfDrop(event.dataTransfer).then((list) => { if (list.length > 0) taken.current(list); });
    };
    document.addEventListener('dragover', drag);
    document.addEventListener('dragleave', drag);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', drag);
      document.removeEventListener('dragleave', drag);
      document.removeEventListener('drop', drop);
    };
  }, []);
  const chosen = (event: { currentTarget: HTMLInputElement }): void => {
    const list = [...(event.currentTarget.files ?? [])];
    event.currentTarget.value = '';
    if (list.length > 0) taken.current(list);
  };
  return (
    <div class={['dropzone', small ? 'small' : '', over ? 'over' : ''].filter(Boolean).join(' ')}>
      {!small && <Icon name="down" />}
      <div>
        <b>{small ? say.imagesDropMore(l) : say.imagesDropTitle(l)}</b>
        {!small && <p class="meta">{say.imagesDropLead(l)}</p>}
      </div>
      <div class="row">
        <span class="no-phone"><Button kind={small ? 'plain' : 'main'} small={small} onClick={() => folder.current?.click()}>{say.imagesDropFolder(l)}</Button></span>
        <Button small={small} onClick={() => files.current?.click()}>{say.imagesDropFiles(l)}</Button>
      </div>
      <input ref={folder} type="file" multiple hidden tabIndex={-1} aria-label={say.imagesDropFolder(l)} data-field="folder" {...({ webkitdirectory: true } as object)} onChange={chosen} />
      <input ref={files} type="file" multiple hidden tabIndex={-1} aria-label={say.imagesDropFiles(l)} data-field="files" onChange={chosen} />
    </div>
  );
};
