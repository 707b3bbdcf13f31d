// dcmjs on every file of a folder, with its own list of tags to clean; told: milliseconds of the work and files it did not read.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import untyped from 'dcmjs';

type Read = { dict: unknown; write(options: { allowInvalidVRLength: boolean }): ArrayBuffer };
type Dcmjs = { data: { DicomMessage: { readFile(bytes: ArrayBuffer): Read } }; anonymizer: { cleanTags(dict: unknown): void }; log?: { setLevel(level: string): void } };

const dcmjs = untyped as Dcmjs;
dcmjs.log?.setLevel('silent');
const [from = '', to = ''] = process.argv.slice(2);
let failed = 0;
const began = performance.now();
for (const name of readdirSync(from)) {
  try {
    const file = readFileSync(join(from, name));
    const read = dcmjs.data.DicomMessage.readFile(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
    dcmjs.anonymizer.cleanTags(read.dict);
    writeFileSync(join(to, name), new Uint8Array(read.write({ allowInvalidVRLength: true })));
  } catch {
    failed++;
  }
}
process.stdout.write(`\n${JSON.stringify({ ms: performance.now() - began, failed })}\n`);
