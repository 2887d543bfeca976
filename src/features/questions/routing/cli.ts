import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Command, CommandFailed, cannotRead } from '../../../platform/cli/command.ts'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import type { Context } from '../../../platform/context/context.ts'
import { trades } from '../../contacts/index.ts'
import { listOrganisationsBySlug } from '../../directory/index.ts'
import { themes } from '../../networks/themes/index.ts'
import { type NotAsked, visibilities } from './peer.ts'
import { followWaves } from './waves.ts'
import { findOrganisations, findSides } from './world.queries.ts'

/** Reads a text as something else, or says what it is not. */
const readAs = <T>(read: (text: string) => T, otherwise: string) =>
  z.string().transform((text, check) => {
    try {
      return read(text)
    } catch {
      check.issues.push({ code: 'custom', message: otherwise, input: text })
      return z.NEVER
    }
  })

const day = z.iso.date()
const slug = z.string().min(1).max(200)
const count = z.int().min(0)

const peer = z.object({
  id: z.string().min(1),
  organisation: slug,
  posts: z.array(z.object({ trade: z.enum(trades) })).default([]),
  languages: z.array(z.string()).default([]),
  consent: z.boolean().default(false),
  quota: count.default(2),
  asked_on: z.array(day).default([]),
  answered: count.default(0),
  asked: count.default(0),
  absent_until: day.nullish().default(null),
  quiet: z.array(z.tuple([day, day])).default([]),
  sheets: z.array(z.enum(themes)).default([]),
})

const file = readAs(JSON.parse, 'is no JSON').pipe(
  z.object({
    at: readAs((text) => Temporal.Instant.from(text), 'no instant such as 2017-09-29T08:00:00Z'),
    network: z.object({ countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1) }),
    ties: z.array(z.tuple([slug, slug])).default([]),
    peers: z.array(peer).check(({ value, issues }) => {
      const twice = value.find(({ id }, index) => value.findIndex((each) => each.id === id) < index)
      if (twice) issues.push({ code: 'custom', message: `two peers have the id "${twice.id}"`, input: value })
    }),
    question: z.object({
      by: slug,
      themes: z.array(z.enum(themes)).default([]),
      trade: z.enum(trades).nullish().default(null),
      language: z.string().default('fr'),
      visibility: z.enum(visibilities).default('group'),
      named: z.array(slug).default([]),
    }),
  }),
)

export const routingCommands: Command[] = [
  {
    name: 'questions route',
    usage: 'questions route FILE [--json]',
    summary: 'tell whom a question would be put to, when, and why others are not asked, if nobody answered',
    options: { json: 'flag' },
    words: [1, 1],
    run: async ({ words: [name = ''], options, folder, application, terminal }) => {
      const text = await readFile(resolve(folder, name), 'utf8').catch((error: unknown) => {
        throw cannotRead(name, error)
      })
      const { data, error } = file.safeParse(text)
      const [{ path = [], message = '' } = {}] = error?.issues ?? []
      if (!data) throw new CommandFailed([name, path.join('.') || 'the whole', message].join(': '))
      const told = await route(operatorContext(application), data)
      terminal.out(options.json ? `${JSON.stringify(told, null, 2)}\n` : inWords(told))
    },
  },
]

interface Told {
  waves: { leaves: Record<string, string>; ids: string[] }[]
  not_asked: { id: string; why: NotAsked }[]
  to_coordinator_on: string
}

async function route(
  context: Context,
  { at, network, ties, peers, question }: z.output<typeof file>,
): Promise<Told> {
  const today = at.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const slugs = [question.by, ...question.named, ...peers.map((each) => each.organisation), ...ties.flat()]
  const found = await listOrganisationsBySlug(context, [...new Set(slugs)])
  const countries = [...new Set([...network.countries, ...found.map(({ country }) => country)])]
  const routed = await findOrganisations({ ...context, today }, countries)
  const organisationOf = (named: string) => {
    const organisation = found.find((each) => each.slug === named)
    if (!organisation) throw new CommandFailed(`There is no organisation "${named}"`)
    return routed(organisation)
  }
  const by = organisationOf(question.by)
  const tied = new Set(ties.map((tie) => tie.map((each) => organisationOf(each).id).join(' ')))
  const all = peers.map(({ organisation, posts, consent, asked_on, absent_until, ...each }) => ({
    ...each,
    organisation: organisationOf(organisation),
    trades: posts.map(({ trade }) => trade),
    ...{ consents: consent, notOn: [], askedOn: asked_on, absentUntil: absent_until ?? null },
  }))
  // Nobody outside the countries of a network is asked.
  const [within = [], outside = []] = [true, false].map((isWithin) =>
    all.filter(
      ({ organisation: { country } }) => [by.country, ...network.countries].includes(country) === isWithin,
    ),
  )
  const { waves, notAsked, escalatesOn } = followWaves(
    {
      ...{ ...question, by, trade: question.trade ?? null },
      named: question.named.map((each) => organisationOf(each).id),
    },
    within,
    {
      sides: await findSides(context, countries, today),
      areTied: (one, other) => tied.has(`${one} ${other}`) || tied.has(`${other} ${one}`),
      leavingOn: (on) => peers.flatMap((each) => each.asked_on).filter((each) => each === on).length,
    },
    at,
  )
  const why = 'visibility' as const
  return {
    waves: waves.map((mails) => ({
      leaves: Object.fromEntries(mails.map(({ peer: { id }, leavesAt }) => [id, leavesAt.toString()])),
      ids: mails.map(({ peer: { id } }) => id),
    })),
    not_asked: [...notAsked, ...outside.map(({ id }) => ({ id, why }))].toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    to_coordinator_on: escalatesOn,
  }
}

function inWords({ waves, not_asked: notAsked, to_coordinator_on: on }: Told): string {
  return [
    ...waves.flatMap(({ ids, leaves }, index) => [
      `Wave ${index + 1}`,
      ...ids.map((id) => `  ${id}  ${leaves[id]}`),
    ]),
    ...(notAsked.length > 0 ? ['Not asked'] : []),
    ...notAsked.map(({ id, why }) => `  ${id}  ${why}`),
    `To the coordinator on ${on}`,
    '',
  ].join('\n')
}
