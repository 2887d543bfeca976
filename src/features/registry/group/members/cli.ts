import {
  type Command,
  type CommandCall,
  CommandFailed,
  WrongUsage,
} from '../../../../platform/cli/command.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { daysOf, isHeldOn, type Network } from '../../../networks/index.ts'
import { dateOf, loadGroupRequest, textOf } from '../request.ts'
import { changeMembers } from './commands.ts'
import { type Entry, hasEnded, isSameRole, roles } from './member-list.ts'
import { countHanging, findMeant, findMembers } from './queries.ts'

const said = { role: 'text', of: 'text', reason: 'text', json: 'flag' } as const

export const memberCommands: Command[] = [
  {
    name: 'network member add',
    usage:
      'network member add NETWORK ORGANISATION… [--role ROLE] [--of ORGANISATION] [--from DAY] [--until DAY] [--reason WORDS] [--json]',
    summary: `say that organisations are in a group, as ${roles.slice(1).join(', ')}`,
    options: { ...said, from: 'text', until: 'text' },
    words: [2, 200],
    run: async (call) => {
      const { context, network, meant, slugs } = await readMeant(call)
      const period = { from: dateOf(call, 'from'), until: dateOf(call, 'until') }
      await change(call, context, network, (before) => [
        ...before,
        ...meant.map((entry) => ({ ...entry, ...period })),
      ])
      await print(call, context, network, slugs)
    },
  },
  {
    name: 'network member remove',
    usage:
      'network member remove NETWORK ORGANISATION… [--role ROLE] [--of ORGANISATION] [--on DAY | --mistake] [--reason WORDS] [--json]',
    summary: 'say on which day organisations leave a group (today), or take back what was written by mistake',
    options: { ...said, on: 'text', mistake: 'flag' },
    words: [2, 200],
    run: async (call) => {
      const { context, network, meant, slugs } = await readMeant(call)
      const [on, isMistake] = [dateOf(call, 'on'), call.options.mistake === true]
      if (isMistake && on !== null) throw new WrongUsage('--on and --mistake exclude each other')
      const until = on ?? context.today
      const want = (before: Entry[]) => {
        const ids = meant.map((entry) => {
          const held = before.filter((each) => isSameRole(each, entry))
          const found =
            held.find((each) => !hasEnded(each, context.today)) ??
            (isMistake || on !== null ? held.at(-1) : undefined)
          if (found) return found.id
          throw new CommandFailed(`${slugs.get(entry.organisationId)} is no ${entry.role} of ${network.slug}`)
        })
        return isMistake
          ? before.filter(({ id }) => !ids.includes(id))
          : before.map((entry) => (ids.includes(entry.id) ? { ...entry, until } : entry))
      }
      const { left } = await change(call, context, network, want, isMistake)
      await warn(call, context, network, left)
      await print(call, context, network, slugs)
    },
  },
  {
    name: 'network member list',
    usage: 'network member list NETWORK [--on DAY] [--role ROLE] [--json]',
    summary: 'list who is in a group and in which role, on a day (today), or whoever was (--on always)',
    options: { on: 'text', role: 'text', json: 'flag' },
    words: [1, 1],
    run: async (call) => {
      const { context, network } = await loadGroupRequest(call)
      await print(call, context, network, null)
    },
  },
]

interface Meant {
  context: Context
  network: Network
  meant: Entry[]
  /** Of the organisations, by id. */
  slugs: ReadonlyMap<string, string>
}

/** The roles that a command is about: one for each organisation that it names. */
async function readMeant(call: CommandCall): Promise<Meant> {
  const { context, network } = await loadGroupRequest(call)
  const role = roleOf(call) ?? 'member'
  const find = (text: string) => findMeant(context, network.countries, text)
  const of = textOf(call, 'of')
  if (role === 'chair' && of === null)
    throw new CommandFailed('The chair passes on by People › Pass the chair')
  const ofId = of === null ? null : (await find(of)).id
  const slugs = new Map<string, string>()
  for (const word of call.words.slice(1)) {
    const { id, slug } = await find(word)
    slugs.set(id, slug)
  }
  const meant = [...slugs.keys()].map((organisationId) => ({
    ...{ id: null, organisationId, role, ofId, from: null, until: null },
  }))
  return { context, network, meant, slugs }
}

function roleOf(call: CommandCall): string | null {
  const role = textOf(call, 'role')
  if (role === null || roles.some((each) => each === role)) return role
  throw new WrongUsage(`--role takes one of ${roles.join(', ')}`)
}

function change(
  call: CommandCall,
  context: Context,
  network: Network,
  want: (before: Entry[]) => Entry[],
  isMistake = false,
) {
  const reason = textOf(call, 'reason') ?? ''
  return changeMembers(context, network, { bases: null, want, isMistake, reason })
}

async function warn({ terminal }: CommandCall, context: Context, network: Network, ids: readonly string[]) {
  const { people, expectations } = await countHanging(context, network.id, ids)
  if (people > 0)
    terminal.say(`${people} of their people still hold a role in the group: People › End a role`)
  if (expectations > 0) terminal.say(`${expectations} expectations still wait for their answer`)
}

/** Prints the list on a day, or all entries of some organisations. */
async function print(
  call: CommandCall,
  context: Context,
  network: Network,
  only: ReadonlyMap<string, string> | null,
) {
  const on = textOf(call, 'on')
  if (on !== 'always') dateOf(call, 'on')
  const day =
    on === null ? context.today : daysOf({ from: on === 'always' ? null : on, until: null }).startsOn
  const role = roleOf(call)
  const { version, members } = await findMembers(context, network.id)
  const slugs = only && new Set(only.values())
  const shown = members.filter(
    (member) =>
      (role === null || member.role === role) &&
      (slugs ? slugs.has(member.organisation) : day === null || isHeldOn(daysOf(member), day)),
  )
  const { terminal, options } = call
  if (options.json === true) return terminal.out(`${JSON.stringify({ version, members: shown })}\n`)
  const lines = shown.map(({ organisation, role: held, of, from, until }) =>
    [organisation, of ? `${held} of ${of}` : held, from ?? '', until ?? ''].join('\t').trimEnd(),
  )
  terminal.out(lines.map((line) => `${line}\n`).join(''))
}
