import { languageOf } from '../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Statement } from '../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { around } from '../../../ui/text/around.tsx'
import { dateWords } from '../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../ui/text/fuzzy-date.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { FindMarks } from '../evidence-marks.ts'
import { paths } from '../paths.ts'
import { inOrderOfSides } from '../tie.ts'
import type { Agreement, AgreementStep } from './queries.ts'

interface AgreementListProps {
  network: Network
  agreements: Agreement[]
  marks: FindMarks
}

/** The tie’s own instruments, then those of other bodies beneath it; that there is none is said as plainly as the rest. */
export function AgreementList({ network, agreements, marks }: AgreementListProps) {
  const reader = useReader()
  if (agreements.length === 0) return <p class="quiet">{reader.t('registry.cooperation.agreementsEmpty')}</p>
  const own = agreements.filter((agreement) => agreement.parentId === null)
  const beneath = agreements.filter((agreement) => agreement.parentId !== null)
  const entries = (list: Agreement[]) => list.map((agreement) => entryOf(reader, network, agreement, marks))
  return (
    <>
      <EntryList entries={entries(own)} />
      {beneath.length > 0 ? (
        <>
          <h3>{reader.t('registry.cooperation.beneath')}</h3>
          <EntryList entries={entries(beneath)} />
        </>
      ) : null}
    </>
  )
}

function entryOf(reader: Reader, network: Network, agreement: Agreement, marks: FindMarks) {
  const evidence = marks(agreement.id)
  if (agreement.kind === 'none') {
    return {
      key: agreement.id,
      title: <Statement evidence={evidence}>{reader.t('registry.cooperation.noAgreement')}</Statement>,
    }
  }
  return {
    key: agreement.id,
    title: (
      <Statement evidence={evidence}>
        <Passage text={agreement.title} as="span" />
      </Statement>
    ),
    meta: (
      <>
        {reader.t(`registry.agreementKind.${agreement.kind}`)}
        {agreement.steps.map((step) => (
          <>
            {' · '}
            <Step step={step} />
          </>
        ))}
      </>
    ),
    body: (
      <>
        <p>
          {inOrderOfSides(reader, network.countries, agreement.parties).map((party, index) => (
            <>
              {index > 0 ? ' · ' : ''}
              <a href={paths.organisation(reader, network.slug, party.slug)}>
                <Name name={shortNames(party)} own={languageOf(party.country)} />
              </a>
              {Object.keys(party.signatory).length > 0 ? (
                <span class="quiet">
                  {' ('}
                  <Passage text={party.signatory} as="span" tags={false} />)
                </span>
              ) : null}
            </>
          ))}
        </p>
        <Passage text={agreement.object} />
      </>
    ),
  }
}

function Step({ step: { state, happened } }: { step: AgreementStep }) {
  const reader = useReader()
  const words = reader.t(`registry.agreementState.${state}`)
  if (!happened) return <>{words}</>
  const key = `registry.agreementStep.${state === 'unsigned' ? 'unsigned' : shapeOf(happened)}` as const
  return around(
    (date) => reader.t(key, { state: words, date }),
    <FuzzyDate {...dateWords(reader, happened)} />,
  )
}

// « signé le 7 juillet 2017 », « signé en 1999 », and vaguer dates unchanged.
function shapeOf(edtf: string): 'day' | 'period' | 'other' {
  if (/^\d{4}-\d{2}-\d{2}$/.test(edtf)) return 'day'
  return /^\d{4}(-\d{2})?$/.test(edtf) ? 'period' : 'other'
}
