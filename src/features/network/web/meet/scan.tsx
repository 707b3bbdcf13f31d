// Looking through the camera for a card, where the browser can read QR codes itself. Nothing of the picture is kept.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import { Note } from '#web/ui/note.tsx';
import * as say from '#words/network.ts';

type Detector = { detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]> };
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> };
const detectorClass = (): DetectorClass | undefined => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Can this browser read QR codes through its camera? */
export const canScan = async (): Promise<boolean> => {
  const found = detectorClass();
  return found !== undefined && navigator.mediaDevices !== undefined && (await found.getSupportedFormats().catch((): string[] => [])).includes('qr_code');
};

const LOOK_MS = 250;

export const Scan = ({ onText, onClose }: { onText: (text: string) => void; onClose: () => void }) => {
  const l = useLocale();
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = async () => {
      const Found = detectorClass();
      const box = video.current;
      if (Found === undefined || box === null) return setRefused(true);
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (over) return;
      box.srcObject = stream;
      await box.play();
      const detector = new Found({ formats: ['qr_code'] });
      const look = async () => {
        const [code] = await detector.detect(box).catch(() => []);
        if (over) return;
        if (code) onText(code.rawValue);
        else timer = setTimeout(() => void look(), LOOK_MS);
      };
      await look();
    };
    void begin().catch(() => setRefused(true));
    return () => {
      over = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  return (
    <div class="stack near">
      {refused ? <Note kind="wait">{say.meetNoCamera(l)}</Note> : <video class="lens" ref={video} muted playsInline aria-label={say.meetCamera(l)} />}
      <div><Button kind="bare" onClick={onClose}>{say.meetCloseCamera(l)}</Button></div>
    </div>
  );
};
