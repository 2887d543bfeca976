import type { Change } from '../../../platform/records/difference.ts'

/** The paths of changes as versions keep them, with the language at the end: `summary:ko`, `agreements/0199…/title:fr`. */
export function pathsOf(changes: Change[]): string[] {
  return changes.map(({ path, language }) => path.join('/') + (language === null ? '' : `:${language}`))
}
