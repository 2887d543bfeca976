import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { projectPath } from '../../src/platform/settings/project-path.ts'

const folder = projectPath('node_modules', '.cache', 'entente-bench')

/** Bundles a bare program as the server itself is bundled, so that neither runs better code; returns its path. */
export async function buildBare(
  name: 'bare-reply' | 'bare-route' | 'bare-loop' | 'bare-sender',
): Promise<string> {
  await build({
    entryPoints: [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  })
  return `${folder}/${name}.mjs`
}
