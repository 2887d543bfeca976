import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { EditLink, RecordFoot } from '../../contributions/index.ts'
import { cachedByNetwork, loadNetworkRequest, type Network, renderNetworkPage } from '../../networks/index.ts'
import { renderTalks } from '../introductions/of-wish.page.tsx'
import { mayAnswerWish } from '../introductions/policy.ts'
import { listMemberIds } from '../members.queries.ts'
import { paths as partnersPaths } from '../paths.ts'
import { mayReadAmongMembers, maySpeakFor } from '../policy.ts'
import { findNamed, type NamedThings } from '../suggestions/named.queries.ts'
import { lookUpMembersFor } from '../suggestions/queries.ts'
import type { Suggestions } from '../suggestions/suggest.ts'
import { SuggestionItem } from '../suggestions/suggestion-item.tsx'
import { addBoardRoutes } from './board/pages.tsx'
import { listOnThemes } from './board/queries.ts'
import { addSaidRoutes } from './from-sources/pages.tsx'
import { lookUpSaid } from './from-sources/queries.ts'
import { paths } from './paths.ts'
import { findWish, type Wish } from './queries.ts'
import { addRenewalRoutes } from './renewal/pages.tsx'
import { WishPage, wishTitle } from './views/wish-page.tsx'
import { doneWords, stateOf } from './wish.ts'

const mostAlike = 5
const mostSuggested = 5

/** The board of a network and each of its wishes. */
export function addWishRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now', 'done']) } })
  addBoardRoutes(app, application)
  addSaidRoutes(app, application)
  addRenewalRoutes(app, application)
  pages.get('/:language/:network/partners/:slug', showWish)
}

async function showWish(visit: Visit) {
  const { request, application } = visit
  const loaded = await loadNetworkRequest(visit)
  const { context, reader, network } = loaded
  const { actor } = context
  const wish = await findWish(context, network.id, parameterOf(request.params, 'slug') ?? '')
  const isOpen = stateOf(wish, context.today) === 'open'
  const speaksFor = maySpeakFor(actor, { networkId: network.id, organisationId: wish.organisation.id })
  const [said, alike, talks, members] = await Promise.all([
    wish.interestId === null ? null : lookUpSaid(context, network.id, wish.interestId),
    isOpen ? [] : listOnThemes(context, wish, mostAlike),
    renderTalks(loaded, wish),
    isOpen && mayReadAmongMembers(actor, network.id) ? membersFor(context, network, wish) : null,
  ])
  const subjectIds = said === null ? [] : [said.id]
  const marks =
    (await application.factSources?.findMarks({ context, reader, network, subjectIds })) ?? (() => [])
  const title = wishTitle(reader, wish)
  const links = { reader, actor, network, kind: { kind: 'wish', segment: 'partners' }, slug: wish.slug }
  return renderNetworkPage(loaded, {
    title,
    description: chooseText(wish.text, reader.language)?.text.slice(0, 300) ?? title,
    path: `/partners/${wish.slug}`,
    noindex: !isPublic(wish) || !isOpen || reader.now !== null,
    children: (
      <WishPage
        network={network}
        wish={wish}
        address={application.settings.baseUrl + paths.wish(reader, network.slug, wish.slug)}
        said={said === null ? null : { said, marks: marks(said.id, 'organisation') }}
        speaksFor={speaksFor}
        mayAnswer={mayAnswerWish(actor, { networkId: network.id, organisationId: wish.organisation.id })}
        alike={alike}
        done={doneWords.find((each) => each === parameterOf(request.query, 'done')) ?? null}
        actions={<EditLink {...links} organisationIds={[wish.organisation.id]} />}
        talks={talks}
        suggestions={
          members === null ? null : (
            <SuggestedMembers network={network.slug} slug={wish.organisation.slug} {...members} />
          )
        }
        foot={<RecordFoot {...links} />}
      />
    ),
  })
}

// Computed for people who take part in the network: suggestions are not for others to read.
async function membersFor(context: Context, network: Network, wish: Wish) {
  const { organisation, kind, themes, id, tiers, populationFrom, populationTo, countries, forms } = wish
  const terms = { tiers, populationFrom, populationTo, countries, forms }
  const among = await listMemberIds(context, network.id)
  const asked = { organisationId: organisation.id, country: organisation.country, kind, themes, terms }
  const suggestions = await lookUpMembersFor(
    context,
    network,
    { ...asked, ground: { kind: 'wish', id } },
    { among, limit: mostSuggested },
  )
  return suggestions && { suggestions, named: await findNamed(context, suggestions) }
}

const isPublic = ({ visibility, publishedAt }: Wish) => visibility === 'public' && publishedAt !== null

interface SuggestedMembersProps {
  network: string
  /** Slug of the authority that wishes: the way to all authorities. */
  slug: string
  suggestions: Suggestions
  named: NamedThings
}

/** The members that would suit one wish, on its page; those with a tie are listed apart, after the others. */
function SuggestedMembers({ network, slug, suggestions, named }: SuggestedMembersProps) {
  const reader = useReader()
  const { t } = reader
  const { own, best, tied } = suggestions
  if (best.length + tied.length === 0) return null
  const item = { reader, network, named, ownId: own.id }
  return (
    <Section id="suggested" title={t('partners.suggestion.membersTitle')}>
      <p>{t('partners.suggestion.membersLead')}</p>
      {best.length === 0 ? null : (
        <ol class="suggestions">
          {best.map((suggestion) => (
            <SuggestionItem key={suggestion.id} {...item} suggestion={suggestion} />
          ))}
        </ol>
      )}
      {tied.length === 0 ? null : (
        <>
          <h3>{t('partners.suggestion.tied')}</h3>
          <ul class="suggestions">
            {tied.map((suggestion) => (
              <SuggestionItem key={suggestion.id} {...item} suggestion={suggestion} level={4} />
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={partnersPaths.suggestions(reader, network, slug)}>
          {t('partners.suggestion.amongEverybody')}
        </a>
      </p>
    </Section>
  )
}
