import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { shortNames } from '../../directory/index.ts'
import { agreementWords, type CooperationSummary, partiesOf } from '../../registry/index.ts'

/** A cooperation in one run of text, as choices and mails name it: `Limoges – Icheon (jumelage, 2015)`. */
export function tieWords(
  reader: Reader,
  network: { countries: readonly string[] },
  tie: CooperationSummary,
): string {
  const names = partiesOf(reader, network, tie).map(
    (party) => chooseName(shortNames(party), reader.language).text,
  )
  const { kind, year } = agreementWords(reader, tie)
  const about = [kind, year].filter((each) => each !== undefined).join(', ')
  return about === '' ? names.join(' – ') : `${names.join(' – ')} (${about})`
}
