/** What Vitest's JSON reporter says, as far as it counts here. */
export type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/**
 * How many tests passed and failed. A file that could not be loaded has no tests and counts as one failure,
 * as do: no report, no test at all, and an exit code that tells of an error outside any test.
 */
export function counted(report: Report | null, exitCode: number | null): { passed: number; failed: number } {
  if (report === null) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + broken;
  if (failed === 0 && (exitCode !== 0 || passed === 0)) return { passed, failed: 1 };
  return { passed, failed };
}
