import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import type { Fact } from './facts/fact.ts'
import { listTies } from './facts/queries.ts'
import { findText, type ImportedText, listFactsBeside } from './queries.ts'
import { organisationsIn } from './reading/place-facts.ts'
import { loadTextRequest } from './request.ts'
import { factWords, partyName, type Refs } from './review/fact-words.ts'

/** Two accounts of one meeting side by side: what both say, and what only one does. */
export function addAccountRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/:network/imports/:id/account', loadTextRequest, async (visit) => {
    const { request, reader, network, text, writing } = visit
    const other = await findText(writing, network.id, parameterOf(request.query, 'with') ?? '')
    const both = await listFactsBeside(writing, text.id, other.id, true)
    const here = await listFactsBeside(writing, text.id, other.id, false)
    const there = await listFactsBeside(writing, other.id, text.id, false)
    // The ties of the facts, whether or not both texts state them.
    const ties = [...(await listTies(writing, text.id)), ...(await listTies(writing, other.id))]
    const ids = [...both, ...here, ...there, ...ties].flatMap(({ value }) => organisationsIn(value))
    return renderNetworkPage(visit, {
      title: reader.t('imports.text.account.title'),
      description: reader.t('imports.text.account.lead'),
      path: `/imports/${text.id}/account`,
      noindex: true,
      width: 'wide',
      children: (
        <AccountsPage
          network={network.slug}
          text={text}
          other={other}
          both={both}
          here={here}
          there={there}
          ties={new Map(ties.map((tie) => [tie.id, tie]))}
          refs={await listOrganisationRefs(writing, [...new Set(ids)])}
        />
      ),
    })
  })
}

interface AccountsPageProps {
  network: string
  text: ImportedText
  other: ImportedText
  both: readonly Fact[]
  here: readonly Fact[]
  there: readonly Fact[]
  /** The facts that state ties, of both texts. */
  ties: ReadonlyMap<string, Fact>
  refs: Refs
}

/** Two accounts side by side: what only the first says, what only the second says, and what both do. */
function AccountsPage(props: AccountsPageProps) {
  const reader = useReader()
  const { network, text, other, both, here, there } = props
  const { t } = reader
  const name = ({ title, language, id }: ImportedText) => (
    <a href={paths.text(reader, network, id)} {...languageAttributes(reader, language ?? 'fr')}>
      {title}
    </a>
  )
  return (
    <>
      <PageHeading
        kicker={<a href={paths.text(reader, network, text.id)}>{text.title}</a>}
        lead={t('imports.text.account.lead')}
      >
        {t('imports.text.account.title')}
      </PageHeading>
      <div class="accounts">
        <Section id="here" title={name(text)} aside={String(here.length)}>
          <p>{t('imports.text.account.only')}</p>
          <Facts {...props} facts={here} of={text} />
        </Section>
        <Section id="there" title={name(other)} aside={String(there.length)}>
          <p>{t('imports.text.account.only')}</p>
          <Facts {...props} facts={there} of={other} />
        </Section>
      </div>
      <Section id="both" title={t('imports.text.account.both')} aside={String(both.length)}>
        <Facts {...props} facts={both} of={text} />
      </Section>
    </>
  )
}

function Facts({
  network,
  facts,
  of,
  refs,
  ties,
}: AccountsPageProps & { facts: readonly Fact[]; of: ImportedText }) {
  const reader = useReader()
  const { t } = reader
  if (facts.length === 0) return <p class="quiet">{t('imports.text.account.none')}</p>
  return (
    <ul class="account-facts">
      {facts.map((fact) => {
        const { text, details, language } = factWords(reader, fact.value, refs, of.language ?? 'fr')
        const tie = fact.tieId === null ? undefined : ties.get(fact.tieId)?.value
        return (
          <li key={fact.id}>
            <a href={`${paths.text(reader, network, of.id)}#f-${fact.id}`}>
              {t(`imports.text.part.${fact.value.part}`)}
              {tie?.part === 'tie'
                ? ` · ${tie.parties.map((party) => partyName(reader, party, refs)).join(' – ')}`
                : ''}
            </a>{' '}
            <span {...(language ? languageAttributes(reader, language) : {})}>{text}</span>
            {details.length > 0 ? `, ${details.join(', ')}` : ''}
          </li>
        )
      })}
    </ul>
  )
}
