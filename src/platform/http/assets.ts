import { existsSync, readFileSync } from 'node:fs'
import { projectPath } from '../settings/project-path.ts'
import type { Assets } from './application.ts'

/** Addresses of the built style sheet and script; plain names before anything was built (tests). */
export function readAssets(): Assets {
  const manifest = projectPath('dist', 'assets', 'manifest.json')
  if (!existsSync(manifest))
    return { css: '/assets/entente.css', js: '/assets/entente.js', embedCss: '/assets/embed.css', fonts: {} }
  const { css, js, embedCss, fonts } = JSON.parse(readFileSync(manifest, 'utf8'))
  return { css, js, embedCss, fonts }
}
