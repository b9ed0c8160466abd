/**
 * Where a worker's compiled file lies. Node 20 runs no TypeScript, so a worker started by a test
 * that runs from src/ uses the build in dist/ (`npm test` builds first).
 *
 * @param base `import.meta.url` of the caller
 * @param name path of the worker relative to the caller, without extension
 */
export function workerUrl(base: string, name: string): URL {
  const url = new URL(`${name}.js`, base);
  url.pathname = url.pathname.replace('/server/src/', '/server/dist/');
  return url;
}
