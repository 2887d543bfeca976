import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { listFormatter } from '../../../../platform/i18n/formatters.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { EvidenceMark, Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { OrganisationRef } from '../../../directory/index.ts'
import type { FindMarks } from '../../../registry/index.ts'
import { paths } from '../../paths.ts'
import type { Meeting } from '../meeting.ts'
import { MeetingClocks } from './meeting-clocks.tsx'
import { PlaceWords } from './place-words.tsx'

interface MeetingFactsProps {
  network: RecordNetwork
  meeting: Meeting
  marks: FindMarks
}

/** Time, place, chair, conveners and languages of a meeting. */
export function MeetingFacts({ network, meeting, marks }: MeetingFactsProps) {
  const reader = useReader()
  const { t } = reader
  const { place, placeOrganisation, chair, chairOrganisation, conveners, languages } = meeting
  const facts: Fact[] = [
    {
      term: t('minutes.field.when'),
      detail: (
        <MeetingClocks countries={network.countries} meeting={meeting}>
          {marks(meeting.id, 'meeting').map((mark) => (
            <EvidenceMark key={mark.href} {...mark} />
          ))}
        </MeetingClocks>
      ),
    },
    ...(placeOrganisation || Object.keys(place).length > 0
      ? [
          {
            term: t('minutes.field.place'),
            detail: <PlaceWords network={network.slug} meeting={meeting} />,
          },
        ]
      : []),
    ...(chairOrganisation || Object.keys(chair).length > 0
      ? [
          {
            term: t('minutes.field.chair'),
            detail: (
              <Statement evidence={marks(meeting.id, 'chair')}>
                <Passage text={chair} as="span" tags={false} />
                {chairOrganisation ? (
                  <>
                    {Object.keys(chair).length > 0 ? ' – ' : null}
                    <Organisation network={network.slug} organisation={chairOrganisation} />
                  </>
                ) : null}
              </Statement>
            ),
          },
        ]
      : []),
    ...(conveners.length > 0
      ? [
          {
            term: t('minutes.field.conveners'),
            detail: conveners.map((organisation) => (
              <Organisation key={organisation.id} network={network.slug} organisation={organisation} />
            )),
          },
        ]
      : []),
    ...(languages.length > 0
      ? [
          {
            term: t('minutes.field.languages'),
            detail: listFormatter(reader.interfaceLanguage, { type: 'conjunction' }).format(
              languages.map((language) => languageInWords(reader, language)),
            ),
          },
        ]
      : []),
  ]
  return <FactList facts={facts} />
}

function Organisation({ network, organisation }: { network: string; organisation: OrganisationRef }) {
  const reader = useReader()
  return (
    <a href={paths.organisation(reader, network, organisation.slug)}>
      <Name name={organisation.name} own={languageOf(organisation.country)} />
    </a>
  )
}
