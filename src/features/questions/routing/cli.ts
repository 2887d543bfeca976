import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Command, CommandFailed, cannotRead } from '../../../platform/cli/command.ts'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import type { Context } from '../../../platform/context/context.ts'
import { dayAfter, listSides } from '../../agenda/planning/index.ts'
import { trades } from '../../contacts/index.ts'
import { listOrganisationsBySlug } from '../../directory/index.ts'
import { themes } from '../../networks/themes/index.ts'
import { listAuthorities, tiersOf } from '../../partners/index.ts'
import { type RoutedOrganisation, type RoutedPeer, visibilities } from './peer.ts'
import { followWaves } from './waves.ts'

const day = z.iso.date()
const slug = z.string().min(1).max(200)
const theme = z.enum(themes)
const count = z.int().min(0)

const file = z.object({
  at: z.string(),
  network: z.object({ countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1) }),
  ties: z.array(z.tuple([slug, slug])).default([]),
  peers: z.array(
    z.object({
      id: z.string().min(1),
      organisation: slug,
      posts: z.array(z.object({ trade: z.enum(trades) })).default([]),
      languages: z.array(z.string()).default([]),
      consent: z.boolean().default(false),
      quota: count.default(2),
      asked_on: z.array(day).default([]),
      answered: count.default(0),
      asked: count.default(0),
      absent_until: day.nullish(),
      quiet: z.array(z.tuple([day, day])).default([]),
      sheets: z.array(theme).default([]),
    }),
  ),
  question: z.object({
    by: slug,
    themes: z.array(theme).default([]),
    trade: z.enum(trades).nullish(),
    language: z.string().default('fr'),
    visibility: z.enum(visibilities).default('group'),
    named: z.array(slug).default([]),
  }),
})

export const routingCommands: Command[] = [
  {
    name: 'questions route',
    usage: 'questions route FILE [--json]',
    summary: 'tell whom a question would be put to, when, and why others are not asked, if nobody answered',
    options: { json: 'flag' },
    words: [1, 1],
    run: async ({ words: [name = ''], options, folder, application, terminal }) => {
      const read = await readFile(resolve(folder, name), 'utf8').catch((error: unknown) => {
        throw cannotRead(name, error)
      })
      const told = await route(operatorContext(application), parseFile(name, read))
      terminal.out(options.json ? `${JSON.stringify(told, null, 2)}\n` : inWords(told))
    },
  },
]

type File = z.output<typeof file>

function parseFile(name: string, text: string): File & { instant: Temporal.Instant } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new CommandFailed(`${name} is no JSON`)
  }
  const { data, error } = file.safeParse(json)
  if (!data) {
    const [{ path = [], message = '' } = {}] = error?.issues ?? []
    throw new CommandFailed(`${name}: ${path.join('.') || 'the whole'}: ${message}`)
  }
  const ids = data.peers.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new CommandFailed(`${name}: two peers have the id "${twice}"`)
  try {
    return { ...data, instant: Temporal.Instant.from(data.at) }
  } catch {
    throw new CommandFailed(`${name}: at: no instant such as 2017-09-29T08:00:00Z`)
  }
}

interface Told {
  waves: { leaves: Record<string, string>; ids: string[] }[]
  not_asked: { id: string; why: string }[]
  to_coordinator_on: string
}

async function route(
  context: Context,
  { instant, network: { countries }, ties, peers, question }: ReturnType<typeof parseFile>,
): Promise<Told> {
  const today = instant.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const slugs = [
    question.by,
    ...question.named,
    ...peers.map(({ organisation }) => organisation),
    ...ties.flat(),
  ]
  const organisations = await findOrganisations({ ...context, today }, [...new Set(slugs)])
  const byId = (slug: string) => {
    const found = organisations.get(slug)
    if (found === undefined) throw new CommandFailed(`There is no organisation "${slug}"`)
    return found
  }
  const by = byId(question.by)
  const concerned = new Set([by.country, ...countries])
  const sides = await listSides(context, {
    countries: [...new Set([...concerned, ...peers.map(({ organisation }) => byId(organisation).country)])],
    from: today,
    to: dayAfter(today, 120),
    knownOn: today,
    networkId: null,
  })
  const routed = peers
    // Nobody outside the countries of a network is asked.
    .filter(({ organisation }) => concerned.has(byId(organisation).country))
    .map(
      ({
        organisation,
        posts,
        consent,
        asked_on: askedOn,
        absent_until: absentUntil,
        ...peer
      }): RoutedPeer => ({
        ...peer,
        organisation: byId(organisation),
        trades: posts.map(({ trade }) => trade),
        consents: consent,
        notOn: [],
        askedOn,
        absentUntil: absentUntil ?? null,
      }),
    )
  const tied = new Set(
    ties.flatMap(([one, other]) => [pair(byId(one), byId(other)), pair(byId(other), byId(one))]),
  )
  const { waves, notAsked, escalatesOn } = followWaves(
    { ...question, by, trade: question.trade ?? null, named: question.named.map((each) => byId(each).id) },
    routed,
    {
      sides: new Map(sides.map((side) => [side.country, side])),
      areTied: (one, other) => tied.has(`${one} ${other}`),
      leavingOn: (on) =>
        peers.reduce((sum, each) => sum + each.asked_on.filter((asked) => asked === on).length, 0),
    },
    instant,
  )
  const outside = peers.filter(({ id }) => !routed.some((each) => each.id === id))
  return {
    waves: waves.map((mails) => ({
      leaves: Object.fromEntries(mails.map(({ peer, leavesAt }) => [peer.id, leavesAt.toString()])),
      ids: mails.map(({ peer }) => peer.id),
    })),
    not_asked: [...notAsked, ...outside.map(({ id }) => ({ id, why: 'visibility' as const }))].toSorted(
      (a, b) => (a.id < b.id ? -1 : 1),
    ),
    to_coordinator_on: escalatesOn,
  }
}

const pair = (one: RoutedOrganisation, other: RoutedOrganisation) => `${one.id} ${other.id}`

async function findOrganisations(
  context: Context,
  slugs: string[],
): Promise<Map<string, RoutedOrganisation>> {
  const found = await listOrganisationsBySlug(context, slugs)
  const countries = [...new Set(found.map(({ country }) => country))]
  const known = new Map((await listAuthorities(context, countries)).map((each) => [each.id, each]))
  return new Map(
    found.map((each) => {
      const { population = null, areaPopulation = null } = known.get(each.id) ?? {}
      return [
        each.slug,
        { id: each.id, country: each.country, tiers: tiersOf(each), population, areaPopulation },
      ]
    }),
  )
}

function inWords({ waves, not_asked: notAsked, to_coordinator_on: on }: Told): string {
  const lines = waves.flatMap(({ ids, leaves }, index) => [
    `Wave ${index + 1}`,
    ...ids.map((id) => `  ${id}  ${leaves[id]}`),
  ])
  const not = notAsked.map(({ id, why }) => `  ${id}  ${why}`)
  return [...lines, ...(not.length > 0 ? ['Not asked', ...not] : []), `To the coordinator on ${on}`, ''].join(
    '\n',
  )
}
