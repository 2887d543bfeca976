import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import type { FormValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import {
  type Choices,
  findOrganisation,
  kindName,
  listOrganisations,
  OrganisationPicker,
  type OrganisationRecord,
} from '../../directory/index.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { listMemberIds } from '../members.queries.ts'
import { paths, suggestionsPath } from '../paths.ts'
import { mayAdvise, mayReadAmongMembers } from '../policy.ts'
import { findNamed } from './named.queries.ts'
import { lookUpSuggestions } from './queries.ts'
import { nameIn } from './reason-words.ts'
import { SuggestionsPage } from './suggestions-page.tsx'

const most = 10

/** The partners that would suit an authority, for people who take part in the network. */
export function addSuggestionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  pages.get('/:language/:network/partners/suggestions', loadMembersRequest, (visit) => {
    return renderChoice(visit, {}, new Map())
  })

  addNetworkAction(pages, '/:language/:network/partners/suggestions', {
    // The authority is looked up for the day that is looked at: nothing is written.
    open: async (visit) => {
      const loaded = await loadMembersRequest(visit)
      return { ...loaded, writing: loaded.context }
    },
    schema: z.object({}),
    pickers: ['authority'],
    again: (visit, { values }, choices) => renderChoice(visit, values, choices),
    save: async ({ reader, network }, _, choices) => {
      const picked = choices.get('authority')
      return picked?.state === 'chosen'
        ? paths.suggestions(reader, network.slug, picked.organisation.slug)
        : notFound('authority')
    },
  })

  pages.get('/:language/:network/partners/suggestions/:slug', loadMembersRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const organisation = await findOrganisation(context, parameterOf(request.params, 'slug') ?? '')
    const { among } = suggestionsQuery.parse(request.query)
    const members = among === 'members' ? await listMemberIds(context, network.id) : undefined
    const suggestions = await lookUpSuggestions(context, network, organisation.id, {
      limit: most,
      among: members,
    })
    const path = suggestionsPath(organisation.slug)
    const description = reader.t('partners.suggestion.description')
    if (!suggestions) {
      return renderNetworkPage(visit, {
        title: reader.t('partners.suggestion.title'),
        description,
        path,
        noindex: true,
        children: <NoSuggestions network={network.slug} organisation={organisation} />,
      })
    }
    const named = await findNamed(context, suggestions)
    return renderNetworkPage(visit, {
      title: reader.t('partners.suggestion.titleFor', { name: nameIn(reader, named, organisation.id) }),
      description,
      path,
      noindex: true,
      children: (
        <SuggestionsPage
          network={network.slug}
          slug={organisation.slug}
          suggestions={suggestions}
          named={named}
          isAmongMembers={among === 'members'}
        />
      ),
    })
  })
}

// What a network thinks of possible partners is for people who take part in it.
async function loadMembersRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  return mayReadAmongMembers(loaded.context.actor, loaded.network.id) ? loaded : notFound('suggestions')
}

async function renderChoice(visit: NetworkRequest, values: FormValues, choices: Choices) {
  const { request, context, reader, network } = visit
  const own = await listOrganisations(
    context,
    organisationsOf(context.actor, network.id, ['member', 'contributor']),
  )
  return renderNetworkPage(visit, {
    title: reader.t('partners.suggestion.title'),
    description: reader.t('partners.suggestion.description'),
    path: suggestionsPath(),
    noindex: true,
    children: (
      <ChoosePage
        network={network.slug}
        own={own}
        values={values}
        choices={choices}
        isSent={request.method === 'POST'}
        isAdviser={mayAdvise(context.actor, network.id)}
      />
    ),
  })
}

/** Explains why nothing is suggested to what is no authority of the day: a body, or an abolished one; its page names the successor. */
function NoSuggestions({ network, organisation }: { network: string; organisation: OrganisationRecord }) {
  const reader = useReader()
  const name = chooseName({ ...organisation.name, ...organisation.shortName }, reader.language).text
  return (
    <>
      <PageHeading
        kicker={<a href={paths.suggestions(reader, network)}>{reader.t('partners.suggestion.title')}</a>}
      >
        {reader.t('partners.suggestion.titleFor', { name })}
      </PageHeading>
      <EmptyState
        title={reader.t('partners.suggestion.emptyTitle')}
        why={reader.t('partners.suggestion.notAuthority')}
        next={<a href={addressFor(reader, `/${network}/organisations/${organisation.slug}`)}>{name}</a>}
      />
    </>
  )
}

interface ChoosePageProps {
  network: string
  own: readonly OrganisationRecord[]
  values: FormValues
  choices: Choices
  isSent: boolean
  /** The reader looks after the network: there are the pairs that suit each other best. */
  isAdviser: boolean
}

/** Chooses the authority to suggest partners for: one’s own first, or any other. */
function ChoosePage({ network, own, values, choices, isSent, isAdviser }: ChoosePageProps) {
  const reader = useReader()
  const { t } = reader
  const picked = choices.get('authority') ?? { state: 'empty' }
  return (
    <>
      <PageHeading
        lead={t('partners.suggestion.description')}
        actions={
          isAdviser ? (
            <a class="button" href={paths.suggestions(reader, network, 'pairs')}>
              {t('partners.pairs.title')}
            </a>
          ) : undefined
        }
      >
        {t('partners.suggestion.title')}
      </PageHeading>
      {own.length > 0 ? (
        <Section id="own" title={t('partners.suggestion.yours')}>
          <EntryList
            entries={own.map((organisation) => ({
              key: organisation.id,
              title: chooseName({ ...organisation.name, ...organisation.shortName }, reader.language).text,
              href: paths.suggestions(reader, network, organisation.slug),
              meta: kindName(reader, organisation.kind),
            }))}
          />
        </Section>
      ) : null}
      <Form
        action={paths.suggestions(reader, network)}
        form={{ values, errors: [] }}
        submit={t('partners.suggestion.show')}
      >
        <OrganisationPicker
          name="authority"
          label={t('partners.suggestion.pick')}
          picked={picked}
          error={isSent && picked.state !== 'ask' ? t('partners.suggestion.missing') : undefined}
          required
        />
      </Form>
    </>
  )
}

/** The authorities to search among; any other value is ignored. */
const suggestionsQuery = z.object({ among: z.enum(['members']).optional().catch(undefined) })

/** Whose best pairs are shown: those of members, or of all. */
export const pairsQuery = z.object({ among: z.enum(['members', 'all']).optional().catch(undefined) })
