import { digestOf } from '../../../platform/context/secret-token.ts'
import type { RoundRow } from './round.ts'

/** What an authority has said, as one short text, which differs once anything of it was changed, by any person. */
export function versionOfRow({ hasPassed, wishes }: Pick<RoundRow, 'hasPassed' | 'wishes'>): string {
  const said = wishes.map(({ id, kind, text, themes }) => [id, kind, Object.entries(text).sort(), themes])
  return digestOf(JSON.stringify([hasPassed, said]))
}
