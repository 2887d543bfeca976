import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import type { FormValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { type Choices, findOrganisation, listOrganisations } from '../../directory/index.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { drawNetworkPage, type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { listMemberIds } from '../members/queries.ts'
import { drawPartnersPage } from '../page.tsx'
import { paths, suggestionsPath } from '../paths.ts'
import { mayAdvise, mayReadAmongMembers } from '../policy.ts'
import { findNamed } from './named/queries.ts'
import { lookUpSuggestions } from './queries.ts'
import { nameIn } from './reason-words.ts'
import { suggestionsQuery } from './schema.ts'
import { ChoosePage } from './views/choose-page.tsx'
import { NoSuggestions } from './views/no-suggestions.tsx'
import { SuggestionsPage } from './views/suggestions-page.tsx'

const most = 10

/** The partners that would suit an authority, for those who take part in the network. */
export function addSuggestionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/partners/suggestions', readMembersRequest, (asked) => {
    return drawChoice(asked, {}, new Map())
  })

  addNetworkAction(pages, '/:language/:network/partners/suggestions', {
    // Who is meant is looked up for the day that is looked at: nothing is written.
    open: async (visit) => {
      const asked = await readMembersRequest(visit)
      return { ...asked, writing: asked.context }
    },
    schema: z.object({}),
    pickers: ['authority'],
    again: (asked, { values }, choices) => drawChoice(asked, values, choices),
    save: async ({ reader, network }, _, choices) => {
      const picked = choices.get('authority')
      return picked?.state === 'chosen'
        ? paths.suggestions(reader, network.slug, picked.organisation.slug)
        : notFound('authority')
    },
  })

  pages.get('/:language/:network/partners/suggestions/:slug', readMembersRequest, async (asked) => {
    const { request, context, reader, network } = asked
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
      return drawNetworkPage(asked, {
        title: reader.t('partners.suggestion.title'),
        description,
        path,
        noindex: true,
        children: <NoSuggestions network={network.slug} organisation={organisation} />,
      })
    }
    const named = await findNamed(context, suggestions)
    return drawNetworkPage(asked, {
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

// What a network thinks of possible partners is for those who take part in it.
async function readMembersRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(visit)
  return mayReadAmongMembers(asked.context.actor, asked.network.id) ? asked : notFound('suggestions')
}

async function drawChoice(asked: NetworkRequest, values: FormValues, choices: Choices) {
  const { request, context, reader, network } = asked
  const own = await listOrganisations(
    context,
    organisationsOf(context.actor, network.id, ['member', 'contributor']),
  )
  return drawPartnersPage(asked, {
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
