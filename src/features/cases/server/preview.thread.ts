// One film to one preview, in a thread that ends with it and gives its memory back.

import { nodeCodecs } from 'imaging/node/codecs';
import { previewOf } from 'imaging/node/preview';
import { parentPort, workerData } from 'node:worker_threads';

parentPort?.postMessage(await previewOf(workerData as Uint8Array<ArrayBuffer>, nodeCodecs()));
