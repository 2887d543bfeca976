import { lstatSync, readdirSync } from 'node:fs'

/** Bytes on the disk of a package, without those nested in it. */
export function measureFolder(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + measureFolder(path)
    return sum + lstatSync(path).blocks * 512
  }, lstatSync(folder).blocks * 512)
}
