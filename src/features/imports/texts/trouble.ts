import { type TextTrouble, TextUnreadable } from '../../../platform/reading/text-unreadable.ts'
import type { ImportedText } from './queries.ts'

const codes: readonly TextTrouble[] = [
  'empty',
  'tooLarge',
  'tooManyPages',
  'tooManyParts',
  'tooDeep',
  'bomb',
  'locked',
  'damaged',
  'noText',
  'notSupported',
  'needsProgram',
  'tooSlow',
  'tooMuchMemory',
  'tooMany',
  'failedTwice',
  'isTable',
]

/** The recorded reason why a text could not be read; null for one that was, or will be. */
export function textTrouble({ trouble, troubleDetail }: Pick<ImportedText, 'trouble' | 'troubleDetail'>) {
  if (trouble === null) return null
  return new TextUnreadable(codes.find((code) => code === trouble) ?? 'damaged', troubleDetail)
}
