import { digestOf } from '../../../platform/context/secret-token.ts'
import type { RoundRow } from './round.ts'

/** What an authority has said, as one short text: another one once anything of it was changed, by whoever it was. */
export function rowMark({ hasPassed, wishes }: Pick<RoundRow, 'hasPassed' | 'wishes'>): string {
  const said = wishes.map(({ id, kind, text, themes }) => [id, kind, Object.entries(text).sort(), themes])
  return digestOf(JSON.stringify([hasPassed, said]))
}
