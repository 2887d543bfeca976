import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Settings, WrongSetting } from './settings.ts'

/** The secret that signs cookies: SECRET, or one that the first process to need it made and kept in DATA_DIR for its owner alone. */
export function readSecret(settings: Pick<Settings, 'secret' | 'dataDir'>): string {
  if (settings.secret !== null) return settings.secret
  const path = secretPath(settings)
  mkdirSync(settings.dataDir, { recursive: true })
  try {
    // Of two processes that start at once one makes it, and both read it.
    writeFileSync(path, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length >= 32) return secret
  throw new WrongSetting(`${path} holds no secret: remove it, and everybody signs in anew`)
}

export function secretPath({ dataDir }: Pick<Settings, 'dataDir'>): string {
  return join(dataDir, 'secret')
}
