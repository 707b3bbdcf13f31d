import { browserCodecs } from 'imaging/browser/codecs';
import type { Request } from 'imaging/browser/protocol';
import { imagingServer } from 'imaging/browser/serve';

// The one place where files are opened: nothing of a source file leaves this worker but what `protocol.ts` names.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const serve = imagingServer(browserCodecs(), (answer, transfer = []) => scope.postMessage(answer, transfer));
scope.addEventListener('message', (event: MessageEvent<Request>) => serve(event.data));
