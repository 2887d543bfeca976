import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { renderParts } from '../../../platform/http/network-part.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { SearchForm } from '../../../ui/form/search-form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Name } from '../../../ui/text/name.tsx'
import { LanguageTag } from '../../../ui/text/text-tags.tsx'
import { StatusMark } from '../../../ui/tie/status-mark.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import { countryName, kindName, type OrganisationRecord } from '../../directory/index.ts'
import { cachedByNetwork, loadNetworkRequest, type Network, renderNetworkPage } from '../../networks/index.ts'
import { networkName } from '../cooperations/views/cooperation-map.tsx'
import { paths } from '../paths.ts'
import { tieLine } from '../tie.ts'
import { type Answers, findAnswers } from './answers.ts'

const longestQuery = 200

export function addSearchRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['q', 'now']) } })
  pages.get('/:language/:network/search', loadNetworkRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const text = (parameterOf(request.query, 'q') ?? '').slice(0, longestQuery).trim()
    const [answers, parts] = await Promise.all([
      findAnswers(context, network, text),
      renderParts(application.networkParts, 'search', { context, reader, network, text }),
    ])
    return renderNetworkPage(visit, {
      title: reader.t('registry.search.title'),
      description: reader.t('registry.search.description', { network: networkName(reader, network) }),
      path: '/search',
      searched: text,
      noindex: true,
      children: <SearchPage network={network} text={text} answers={answers} parts={parts} />,
    })
  })
}

interface SearchPageProps {
  network: Network
  text: string
  answers: Answers
  /** Results of other features. */
  parts: ComponentChildren[]
}

/** The results, by kind; what to try if there are none. */
function SearchPage({ network, text, answers, parts }: SearchPageProps) {
  const reader = useReader()
  const { t } = reader
  const { cooperations, organisations, passages } = answers
  const found = cooperations.length + organisations.length + passages.length + parts.length
  return (
    <>
      <PageHeading>
        {text === '' ? t('registry.search.title') : t('registry.search.resultsFor', { text })}
      </PageHeading>
      <SearchForm action={`/${reader.language}/${network.slug}/search`} value={text} id="page-search" />
      {text === '' ? (
        <EmptyState title={t('registry.search.emptyTitle')} why={t('registry.search.emptyWhy')} />
      ) : null}
      {text !== '' && found === 0 ? (
        <EmptyState
          title={t('registry.search.nothingTitle', { text })}
          why={t('registry.search.nothingWhy')}
          next={<a href={paths.directorySearch(reader, text)}>{t('registry.search.inDirectory')}</a>}
        />
      ) : null}
      {cooperations.length > 0 ? (
        <Section id="cooperations" title={t('registry.search.cooperations')}>
          <EntryList
            entries={cooperations.map((row) => ({
              key: row.slug,
              title: (
                <TieLine
                  {...tieLine(reader, network, row)}
                  href={paths.cooperation(reader, network.slug, row.slug)}
                />
              ),
              meta: <StatusMark status={row.standing.status} />,
            }))}
          />
        </Section>
      ) : null}
      {organisations.length > 0 ? (
        <Section id="organisations" title={t('registry.search.organisations')}>
          {answers.asksWhich ? <p>{t('registry.search.which')}</p> : null}
          {answers.approximate ? <p>{t('registry.search.approximate')}</p> : null}
          <EntryList
            entries={organisations.map((organisation) => ({
              key: organisation.slug,
              title: <Name name={organisation.name} own={languageOf(organisation.country)} />,
              href: paths.organisation(reader, network.slug, organisation.slug),
              meta: <OrganisationMeta organisation={organisation} />,
            }))}
          />
          <p>
            <a href={paths.directorySearch(reader, text)}>{t('registry.search.inDirectory')}</a>
          </p>
        </Section>
      ) : null}
      {parts}
      {passages.length > 0 ? (
        <Section id="sources" title={t('registry.search.sources')}>
          <EntryList
            entries={passages.map((passage) => ({
              key: `${passage.sourceSlug}-${passage.position}`,
              title: <>{chooseText(passage.sourceTitle, reader.language)?.text ?? passage.sourceSlug}</>,
              meta: <LanguageTag language={passage.language} />,
              href: `${paths.source(reader, network.slug, passage.sourceSlug)}#p${passage.position}`,
              body: <p {...languageAttributes(reader, passage.language)}>{passage.text}</p>,
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}

function OrganisationMeta({ organisation }: { organisation: OrganisationRecord }) {
  const reader = useReader()
  const words = [
    kindName(reader, organisation.kind),
    countryName(reader, organisation.country),
    ...(organisation.validUntil && organisation.validUntil <= reader.today
      ? [reader.t('registry.organisation.validUntil', { day: dayWords(reader, organisation.validUntil) })]
      : []),
  ]
  return (
    <>
      {organisation.parent ? (
        <>
          <Name name={organisation.parent.name} />
          {' · '}
        </>
      ) : null}
      {words.join(' · ')}
    </>
  )
}
