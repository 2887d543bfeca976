import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { countryName, shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { sidesFirst } from '../../list/sides-first.ts'
import { paths } from '../../paths.ts'
import type { listRecipients, Processing } from '../queries.ts'

interface ProcessingPageProps {
  network: Network
  processing: Processing
  recipients: Awaited<ReturnType<typeof listRecipients>>
  /** Whom one writes to about one’s rights; null when the server has not said. */
  rightsContact: string | null
  hosting: string | null
  mayEdit: boolean
}

/** How a network keeps its contacts: what a data protection officer of either country asks first. */
export function ProcessingPage(props: ProcessingPageProps) {
  const reader = useReader()
  const { network, processing, mayEdit } = props
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={paths.list(reader, network.slug)}>{t('contacts.page.title')}</a>}
        lead={t('contacts.processing.lead')}
        actions={
          <>
            {mayEdit ? (
              <a class="button" href={paths.editProcessing(reader, network.slug)}>
                {t('contacts.processing.edit')}
              </a>
            ) : null}
            <PrintButton />
          </>
        }
      >
        {t('contacts.processing.title')}
      </PageHeading>
      <FactList
        facts={[
          {
            term: t('contacts.processing.controller'),
            detail: processing.controller || t('contacts.processing.unsaid'),
          },
          {
            term: t('contacts.processing.purpose'),
            detail:
              chooseText(processing.purpose, reader.language)?.text ?? t('contacts.processing.usualPurpose'),
          },
          { term: t('contacts.processing.data'), detail: t('contacts.processing.dataAre') },
          {
            term: t('contacts.field.legalBasis'),
            detail: t(`contacts.legalBasis.${processing.legalBasis}`),
          },
          {
            term: t('contacts.processing.retention'),
            detail: t('contacts.processing.retentionIs', { months: processing.retentionMonths }),
          },
          {
            term: t('contacts.processing.public'),
            detail: t(
              processing.showsFunctions
                ? 'contacts.processing.publicFunctions'
                : 'contacts.processing.publicNothing',
            ),
          },
          { term: t('contacts.processing.security'), detail: t('contacts.processing.securityIs') },
          {
            term: t('contacts.processing.rights'),
            detail: [
              t('contacts.processing.rightsAre'),
              props.rightsContact ?? t('contacts.processing.noRightsContact'),
            ],
          },
        ]}
      />
      <Section id="recipients" title={t('contacts.processing.recipients')}>
        <FactList facts={recipientFacts(props)} />
      </Section>
      <Section id="transfers" title={t('contacts.processing.transfers')}>
        <FactList
          facts={[
            { term: t('contacts.processing.toKorea'), detail: t('contacts.processing.toKoreaIs') },
            { term: t('contacts.processing.fromKorea'), detail: t('contacts.processing.fromKoreaIs') },
          ]}
        />
      </Section>
    </>
  )
}

function recipientFacts({ network, recipients, processing, hosting }: ProcessingPageProps) {
  const reader = useReader()
  const { t } = reader
  const others = chooseText(processing.recipients, reader.language)?.text
  const countries = [...new Set([...network.countries, ...recipients.map(({ country }) => country)])]
  return [
    ...sidesFirst(reader, countries).map((country) => {
      const names = recipients
        .filter((each) => each.country === country)
        .map((each) => chooseName(shortNames(each), reader.language).text)
      return {
        term: countryName(reader, country),
        detail: names.length > 0 ? names.join(', ') : t('contacts.processing.nobodyThere'),
      }
    }),
    ...(others ? [{ term: t('contacts.processing.others'), detail: others }] : []),
    { term: t('contacts.processing.hosting'), detail: hosting ?? t('contacts.processing.unsaid') },
  ]
}
