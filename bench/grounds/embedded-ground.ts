import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Ground } from './ground.ts'

/** Embedded databases, each in a data directory of its own below a folder. */
export function embeddedGround(folder: string): Ground {
  const directory = (name: string) => join(folder, `embedded-${name}`)
  const remove = async (name: string) => rmSync(directory(name), { recursive: true, force: true })
  return {
    name: 'embedded',
    environment: (name) => ({ DATA_DIR: directory(name) }),
    isThere: async (name) => existsSync(directory(name)),
    // The first start makes it.
    create: remove,
    copy: async (from, to) => {
      await remove(to)
      cpSync(directory(from), directory(to), { recursive: true })
    },
    rename: async (from, to) => renameSync(directory(from), directory(to)),
    remove,
  }
}
