import { lookUpMissing } from './features/directory/gazetteer/index.ts'
import { listDatasets } from './features/directory/index.ts'
import { listNetworks } from './features/networks/index.ts'
import { countSendings } from './features/newsletter/index.ts'
import { countAccounts } from './features/people/index.ts'
import { type Command, CommandFailed } from './platform/cli/command.ts'
import { examineProcess } from './platform/cli/examine-process.ts'
import { type Finding, findingLines } from './platform/cli/finding.ts'
import { operatorContext } from './platform/cli/operator-context.ts'
import type { Context } from './platform/context/context.ts'
import { examineDatabase, examinePooler } from './platform/database/examine-database.ts'
import { examineSnapshots } from './platform/database/examine-snapshots.ts'
import type { Application } from './platform/http/application.ts'
import { examineJobs } from './platform/jobs/examine-jobs.ts'
import { examineMail } from './platform/mail/examine-mail.ts'
import { examineMailings } from './platform/mail/mailing/examine-mailings.ts'
import { examineReading } from './platform/reading/examine-reading.ts'
import type { Settings } from './platform/settings/settings.ts'
import { examineStorage } from './platform/storage/examine-storage.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor [--json]',
  summary: 'say how this server is, and what to do about what is wrong',
  options: { json: 'flag' },
  words: [0, 0],
  run: async ({ options, application, terminal }) => {
    const findings = await examine(application)
    terminal.out(options.json === true ? `${JSON.stringify(findings)}\n` : findingLines(findings))
    const wrong = findings.filter(({ remedy }) => remedy !== null)
    if (wrong.length > 0)
      throw new CommandFailed(`Not as it should be: ${wrong.map(({ subject }) => subject).join(', ')}`)
  },
}

async function examine(application: Application): Promise<Finding[]> {
  const { settings, database, clock } = application
  const isEmbedded = settings.databaseUrl === null
  const given = await examineDatabase(database, isEmbedded)
  const pooler = isEmbedded ? [] : [examinePooler(settings.database.pooler, application.keepsNames())]
  const findings = [...(await examineProcess(settings, clock)), ...given, ...pooler]
  // Without its tables nothing more can be asked.
  if (given.some(({ subject, remedy }) => subject === 'migrations' && remedy !== null)) return findings
  const context = operatorContext(application)
  findings.push(await examineDirectory(context), await examineNetworks(context))
  findings.push(await examineAccounts(context, settings))
  if (isEmbedded) findings.push(await examineSnapshots(database, settings.dataDir, clock))
  findings.push(await examineStorage(application))
  return [
    ...findings,
    await examineJobs(database),
    await examineMail(application),
    await examineMailings(application),
    await examineSendings(context),
    examineReading(),
  ]
}

async function examineDirectory(context: Context): Promise<Finding> {
  const editions = await listDatasets(context)
  const says = editions.map(({ name, checksum }) => `${name} ${checksum.slice(0, 8)}`).join(', ') || 'empty'
  return { subject: 'directory', says, remedy: await lookUpMissing(context) }
}

async function examineNetworks(context: Context): Promise<Finding> {
  const networks = await listNetworks(context)
  const says = networks.map(({ slug }) => slug).join(', ') || 'none yet: "entente network add" makes one'
  return { subject: 'networks', says, remedy: null }
}

async function examineSendings(context: Context): Promise<Finding> {
  const { scheduled, overdue, troubled } = await countSendings(context)
  const says = `${scheduled} scheduled, ${troubled} prevented`
  if (troubled > 0)
    return {
      subject: 'newsletters',
      says,
      remedy: 'read why on the page of the sending, and prepare it again',
    }
  const remedy =
    overdue > 0
      ? `${overdue} should have been prepared 15 minutes ago: start a process with ROLE=all or ROLE=worker`
      : null
  return { subject: 'newsletters', says, remedy }
}

async function examineAccounts(context: Context, settings: Settings): Promise<Finding> {
  const { people, operators } = await countAccounts(context)
  const secret = settings.secret === null ? 'secret in DATA_DIR' : 'SECRET set'
  // Processes that serve or work apart may run on machines that share no folder: without a SECRET each would sign cookies by one of its
  // own.
  const needsSecret = settings.secret === null && settings.databaseUrl !== null && settings.role !== 'all'
  return {
    subject: 'accounts',
    says: `${people} with ${operators} operators, ${secret}`,
    remedy: needsSecret
      ? 'set SECRET to the same in every process: "openssl rand -base64 48" makes one'
      : null,
  }
}
