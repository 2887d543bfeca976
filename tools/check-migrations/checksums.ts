import { createHash } from 'node:crypto'
import type { Finding } from '../finding.ts'
import type { Project } from '../project/project.ts'

export const checksumsFile = 'migrations/CHECKSUMS'

/** A migration that is listed with its SHA-256 has run somewhere: it neither changes nor goes. */
export function checkChecksums(project: Project): Finding[] {
  return listed(project).flatMap(({ text, sha256, name, line }): Finding[] => {
    const finding = (message: string) => [{ file: checksumsFile, line, rule: 'migration-merged', message }]
    if (sha256 === undefined || name === undefined) return finding(`"${text}" is no checksum and name`)
    const path = `migrations/${name}`
    if (!project.isFile(path)) return finding(`${name} is gone: databases that ran it remain`)
    return checksum(project.text(path)) === sha256
      ? []
      : finding(`${name} has changed: write a new migration`)
  })
}

/** The list with the migrations that are new to it added at its end. */
export function recordChecksums(project: Project, names: readonly string[]): string {
  const known = listed(project)
  const added = names.filter((name) => !known.some((entry) => entry.name === name))
  const lines = added.map((name) => `${checksum(project.text(`migrations/${name}`))}  ${name}`)
  return [...known.map(({ text }) => text), ...lines, ''].join('\n')
}

interface Listed {
  text: string
  line: number
  sha256: string | undefined
  name: string | undefined
}

function listed(project: Project): Listed[] {
  if (!project.isFile(checksumsFile)) return []
  const lines = project.text(checksumsFile).split('\n')
  return lines
    .map((text, index) => {
      const [, sha256, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(text) ?? []
      return { text, line: index + 1, sha256, name }
    })
    .filter(({ text }) => text !== '')
}

const checksum = (text: string) => createHash('sha256').update(text).digest('hex')
