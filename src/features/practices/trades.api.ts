import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inLanguages } from '../../platform/http/api/localized.ts'
import { named } from '../../platform/http/api/named-schema.ts'
import { addOperation } from '../../platform/http/api/operation.ts'
import type { Application } from '../../platform/http/application.ts'
import { plainText } from '../../platform/i18n/localized-text.ts'
import { countAuthorities, listPeers, mayReadTrades, themesOfTrade, trades } from '../contacts/index.ts'
import { networkPlace, readNetworkCall } from '../networks/index.ts'

/** API of trades: how many authorities have somebody, for everybody; their posts, for people of the group. Never who holds them. */
export function addTradesApi(app: FastifyInstance, application: Application): void {
  addOperation(
    app,
    {
      id: 'listTrades',
      path: '/networks/{network}/trades',
      tag: 'practices',
      summary: 'For which trades authorities have somebody, and in how many somebody may be asked',
      place: networkPlace,
      query: z.object({}),
      answer: tradeList,
      // It depends on who asks.
      scope: () => null,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, { ...call, query: {} })
      const peers = await listPeers(context, network.id)
      const seesPosts = mayReadTrades(context.actor, network.id)
      const answer = trades.map((trade) => {
        const theirs = peers.filter(({ posts }) => posts.some((post) => post.trade === trade))
        const posts = theirs.flatMap(({ organisationSlug: organisation, country, posts }) =>
          posts
            .filter((post) => post.trade === trade)
            .map((post) => ({ organisation, country, function: plainText(post.function) })),
        )
        return {
          ...{ trade, themes: [...themesOfTrade[trade]], posts: seesPosts ? posts : null },
          countries: countAuthorities(theirs).map(({ askable, ...count }) => ({
            ...count,
            may_be_asked: askable,
          })),
        }
      })
      return { trades: answer }
    },
  )
}

const count = z.object({
  country: z.string(),
  authorities: z.int().describe('Authorities where somebody has the trade'),
  may_be_asked: z.int().describe('Those of them where somebody agreed to be asked'),
})
const post = z.object({ organisation: z.string(), country: z.string(), function: inLanguages })
const trade = z.object({
  trade: z.enum(trades),
  themes: z.array(z.string()),
  countries: z.array(count),
  posts: z.array(post).nullable().describe('Null for readers outside the group'),
})
const tradeList = named('Trades', z.object({ trades: z.array(trade) }))
