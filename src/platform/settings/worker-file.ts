import { fileURLToPath } from 'node:url'

/**
 * The path of a file beside another one that a thread or a process of its own runs: from the sources Node runs the TypeScript file as it
 * is; the build makes it an entry of its own. `beside` is the caller's `import.meta.url`.
 */
export function workerFile(beside: string, name: string): string {
  return fileURLToPath(new URL(`./${name}.${beside.endsWith('.ts') ? 'ts' : 'js'}`, beside))
}
