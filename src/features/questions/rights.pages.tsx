import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../platform/http/application.ts'
import { noStore } from '../../platform/http/no-store.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { PageHeading, Section } from '../../ui/text/headings.tsx'
import { statementYears } from '../contacts/index.ts'
import { loadNetworkRequest, type NetworkRequest, renderNetworkPage } from '../networks/index.ts'
import { yearsKept } from './retention.commands.ts'

// As the removal of old mails has it (`platform/mail/inbound`): a test moves the clock by them.
export const [cutDays, senderDays] = [30, 365]

/** Who reads what of questions, for how long, and what somebody can do about it: for everybody. */
export function addRightsRoutes(app: FastifyInstance, application: Application): void {
  pagesOf(app, application, noStore).get(
    '/:language/:network/questions/rights',
    loadNetworkRequest,
    async (visit) =>
      renderNetworkPage(visit, {
        title: visit.reader.t('questions.rights.title'),
        description: visit.reader.t('questions.rights.lead'),
        path: '/questions/rights',
        entry: '/practices',
        width: 'reading',
        children: <Rights visit={visit} privacy={application.settings.legal.privacy} />,
      }),
  )
}

function Rights({ visit: { reader }, privacy }: { visit: NetworkRequest; privacy: string | null }) {
  const { t, interfaceLanguage: language } = reader
  const parts = {
    readers: (['group', 'pair', 'named', 'public', 'asked', 'letter'] as const).map((key) =>
      t(`questions.rights.readers.${key}`),
    ),
    why: [t('questions.rights.why.text')],
    periods: [
      t('questions.rights.periods.names', { years: yearsKept }),
      t('questions.rights.periods.statement', { years: statementYears }),
      t('questions.rights.periods.absence'),
      t('questions.rights.periods.mail', { days: cutDays }),
      t('questions.rights.periods.sender', { days: senderDays }),
    ],
    abroad: [t('questions.rights.abroad.crossing'), t('questions.rights.abroad.consent')],
    yours: (['account', 'link', 'texts'] as const).map((key) => t(`questions.rights.yours.${key}`)),
    hiding: (['report', 'hide'] as const).map((key) => t(`questions.rights.hiding.${key}`)),
  }
  const links: Record<string, ComponentChildren> = {
    abroad: <a href={`/${language}/legal`}>{t('ui.footer.legal')}</a>,
    yours: (
      <>
        <a href={`/${language}/account/data`}>{t('personal-data.page.title')}</a>
        {' · '}
        {privacy ?? t('contacts.processing.noRightsContact')}
      </>
    ),
  }
  return (
    <>
      <PageHeading lead={t('questions.rights.lead')}>{t('questions.rights.title')}</PageHeading>
      {(['readers', 'why', 'periods', 'abroad', 'yours', 'hiding'] as const).map((part) => (
        <Section key={part} id={part} title={t(`questions.rights.${part}`)}>
          <ul>
            {parts[part].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {part in links ? <p>{links[part]}</p> : null}
        </Section>
      ))}
    </>
  )
}
