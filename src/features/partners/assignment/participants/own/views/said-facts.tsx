import { FactList } from '../../../../../../ui/blocks/fact-list.tsx'
import { languageInWords } from '../../../../../../ui/text/language-in-words.ts'
import { countryName } from '../../../../../directory/index.ts'
import type { ParticipantRequest } from '../../../call.ts'

/** What was said of a participant. */
export function SaidFacts({ asked }: { asked: ParticipantRequest }) {
  const { reader, participant, ground } = asked
  const { t } = reader
  const { organisation, quota, languages, absences, personName, address } = participant
  return (
    <FactList
      facts={[
        { term: t('partners.assignment.country'), detail: countryName(reader, organisation.country) },
        { term: t('partners.assignment.quota'), detail: String(quota) },
        {
          term: t('partners.assignment.spoken'),
          detail:
            languages.length === 0
              ? t('partners.assignment.unsaid')
              : languages.map((language) => languageInWords(reader, language)).join(', '),
        },
        {
          term: t('partners.assignment.absencesShort'),
          detail: t('partners.assignment.absentFrom', {
            count: absences.length,
            slots: ground.session.slots.length,
          }),
        },
        ...(personName === '' ? [] : [{ term: t('partners.assignment.person'), detail: personName }]),
        ...(address === null ? [] : [{ term: t('partners.assignment.address'), detail: address }]),
      ]}
    />
  )
}
