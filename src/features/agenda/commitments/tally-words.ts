import type { Reader } from '../../../platform/i18n/reader.ts'
import { countryName } from '../../directory/index.ts'
import type { CriticalMass } from './document/schema.ts'
import type { CountryTally, Tally } from './tally.ts'

/** The state of the commitments in numbers and in words: by country, and in all where a total is needed. */
export function tallyFacts(
  reader: Reader,
  { total }: Pick<CriticalMass, 'total'>,
  { countries, authorities, people }: Tally,
): { label: string; value: string }[] {
  return [
    ...countries.map((each) => ({ label: countryName(reader, each.country), value: wordsOf(reader, each) })),
    ...(total === null
      ? []
      : [
          {
            label: reader.t('agenda.commitments.inAll'),
            value: wordsOf(reader, { authorities, people, least: total }),
          },
        ]),
  ]
}

function wordsOf({ t }: Reader, { authorities, least, people }: Omit<CountryTally, 'country'>): string {
  const coming = people > 0 ? [t('agenda.mission.people', { count: people })] : []
  if (least === 0) return [t('agenda.commitments.committed', { count: authorities }), ...coming].join(' · ')
  const missing = least - authorities
  return [
    t('agenda.commitments.ofNeeded', { count: authorities, least }),
    missing > 0 ? t('agenda.commitments.missing', { count: missing }) : t('agenda.commitments.reached'),
    ...coming,
  ].join(' · ')
}
