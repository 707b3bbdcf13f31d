import { serveIntake, type IntakeRequest } from '../images/intake.ts';

// Opens what was dropped, archives included, apart from the page: a bomb fills this worker's bounds and nothing else.
const scope = self as unknown as DedicatedWorkerGlobalScope;
scope.addEventListener('message', (event: MessageEvent<IntakeRequest>) => {
  void serveIntake(event.data, (answer) => scope.postMessage(answer));
});
