import { type Command, type CommandCall, CommandFailed, WrongUsage } from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import type { Role } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { listOrganisationsBySlug } from '../directory/index.ts'
import { lookUpNetwork } from '../networks/index.ts'
import { addSignInLink } from './links/commands.ts'
import { addPerson, setOperator } from './persons.commands.ts'
import { lookUpPersonByAddress } from './queries.ts'
import { giveRole } from './roles.commands.ts'
import { personName, roleSchema, typedAddress, writtenLanguage } from './schema.ts'
import { tokenCommands } from './tokens/cli.ts'

const usage =
  'user add EMAIL [--network SLUG --role ROLE] [--organisation SLUG,…] [--name NAME] [--language fr|ko|en] [--operator]'

export const peopleCommands: Command[] = [
  {
    name: 'user add',
    usage,
    summary: 'give somebody an account, a role in a network, or the whole server (--operator)',
    options: {
      network: 'text',
      role: 'text',
      organisation: 'text',
      name: 'text',
      language: 'text',
      operator: 'flag',
    },
    words: [1, 20],
    run: addUser,
  },
  {
    name: 'sign-in-link',
    usage: 'sign-in-link EMAIL',
    summary: 'print a link that signs somebody in once, within a quarter of an hour',
    words: [1, 1],
    run: async ({ words: [given = ''], application, terminal }) => {
      const context = operatorContext(application)
      const person = await lookUpPersonByAddress(context, readAddress(given))
      if (!person) throw new CommandFailed(`There is no account for ${given}: "entente user add" makes one`)
      terminal.out(`${await addSignInLink(context, application, person)}\n`)
    },
  },
  ...tokenCommands,
]

async function addUser({ words: [given = '', ...more], options, application, terminal }: CommandCall) {
  const address = readAddress(given)
  const role = readRole(options)
  const slugs = [textOf(options.organisation) ?? '', ...more]
    .flatMap((part) => part.split(','))
    .filter(Boolean)
  if (more.length > 0 && options.organisation === undefined) throw new WrongUsage(`Usage: entente ${usage}`)
  await inTransaction(operatorContext(application), async (context) => {
    const networkId = role ? await findNetworkId(context, textOf(options.network) ?? '') : null
    const organisationIds = await findOrganisationIds(context, slugs)
    const known = await lookUpPersonByAddress(context, address)
    const personId = known?.id ?? (await addPerson(context, { address, ...readPerson(options, address) }))
    if (options.operator === true) await setOperator(context, personId, true)
    if (role && networkId) await giveRole(context, networkId, { personId, role, organisationIds })
    terminal.say(known ? `${address} had an account already` : `Made an account for ${address}`)
  })
  terminal.out(`${address}\n`)
}

function readAddress(given: string): string {
  const read = typedAddress.safeParse(given)
  if (!read.success) throw new WrongUsage(`"${given}" is not an e-mail address`)
  return read.data
}

function readRole(options: CommandCall['options']): Role | null {
  const given = textOf(options.role)
  if ((given === undefined) !== (options.network === undefined))
    throw new WrongUsage('--network and --role go together')
  if (given === undefined) return null
  const read = roleSchema.safeParse(given)
  if (!read.success) throw new WrongUsage(`--role takes one of ${roleSchema.options.join(', ')}`)
  return read.data
}

function readPerson(options: CommandCall['options'], address: string) {
  const name = personName.safeParse(textOf(options.name) ?? address.split('@')[0])
  if (!name.success) throw new WrongUsage('--name takes a name of one line, 120 characters at most')
  const language = writtenLanguage.safeParse(textOf(options.language) ?? 'fr')
  if (!language.success) throw new WrongUsage(`--language takes one of ${writtenLanguage.options.join(', ')}`)
  return { name: name.data, language: language.data }
}

async function findNetworkId(context: Context, slug: string): Promise<string> {
  const network = await lookUpNetwork(context, slug)
  if (!network) throw new CommandFailed(`There is no network "${slug}"`)
  return network.id
}

async function findOrganisationIds(context: Context, slugs: string[]): Promise<string[]> {
  const found = await listOrganisationsBySlug(context, slugs)
  const missing = slugs.find((slug) => !found.some((each) => each.slug === slug))
  if (missing) throw new CommandFailed(`The directory has no organisation "${missing}"`)
  return found.map(({ id }) => id)
}

function textOf(option: string | boolean | undefined): string | undefined {
  return typeof option === 'string' ? option : undefined
}
