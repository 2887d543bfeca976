import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { takeTurn } from '../../../../platform/database/turns.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { type FieldError, fieldError, readForm, readValues } from '../../../../platform/input/form.ts'
import { type Holding, holdFor } from '../../../../platform/input/likely-spam.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { type Choices, choiceErrors, readChoices } from '../../../directory/index.ts'
import { mayAdvise } from '../../policy.ts'
import { addIntroduction } from '../commands.ts'
import { askToConfirm, tell } from '../notices/commands.ts'
import { lookUpIntroduction } from '../queries.ts'
import { expressionForm, senderForm } from '../schema.ts'
import { countSentLately, lookUpGoingOn } from './queries.ts'
import type { InterestRequest } from './routes.tsx'

export type Sent = { outcome: 'begun'; id: string } | { outcome: 'asked'; address: string }

// What somebody without an account sends in a day, and all of them to a network.
const mostFromAddress = 10
const mostInNetwork = 100

/** For whom whoever asks may say that they are interested; nobody’s account speaks for the others. */
export function speakersOf({ writing, network }: InterestRequest) {
  const organisationIds = organisationsOf(writing.actor, network.id, ['member'])
  const isAdviser = mayAdvise(writing.actor, network.id)
  return { organisationIds, isAdviser, hasAccount: isAdviser || organisationIds.length > 0 }
}

/** Takes what was sent: talks begin, or a mail asks whether the address is theirs; the form as typed where something is wrong. */
export async function sendInterest(
  application: Application,
  asked: InterestRequest,
  body: unknown,
): Promise<Sent | Shown> {
  const { writing } = asked
  const values = readValues(body)
  const speakers = speakersOf(asked)
  const said = readForm(expressionForm, body)
  const sender = speakers.hasAccount ? null : readForm(senderForm, body)
  const choices = await readChoices(writing, values, ['authority'])
  const errors = [
    ...(await authorityErrors(asked, choices, speakers)),
    ...(said.valid ? [] : said.errors),
    ...(sender === null || sender.valid ? [] : sender.errors),
  ]
  const picked = choices.get('authority')
  if (errors.length > 0 || !said.valid || picked?.state !== 'chosen') return { values, errors }
  const expressed = { organisationId: picked.organisation.id, ...said.data }
  if (sender === null) return begin(application, asked, expressed)
  if (!sender.valid) return { values, errors }
  const { address, sender: name, website, begun } = sender.data
  return inTransaction(writing, async (inside) => {
    await takeTurn(inside, `interests ${asked.network.id}`)
    const lately = await countSentLately(inside, asked.network.id, { text: said.data.text, address })
    if (lately.fromAddress >= mostFromAddress)
      return { values, errors: [fieldError('address', 'partners.introduction.error.tooMany')] }
    const heldFor = holdFor(
      {
        texts: [said.data.text, name],
        trap: website,
        begun,
        repeated: lately.repeated,
        isCrowd: lately.all >= mostInNetwork,
      },
      application.secret,
      application.clock.now().epochMilliseconds,
    )
    return ask(application, { ...asked, writing: inside }, expressed, { name, address, heldFor })
  })
}

async function authorityErrors(
  { writing, network, wish }: InterestRequest,
  choices: Choices,
  { organisationIds, isAdviser, hasAccount }: ReturnType<typeof speakersOf>,
): Promise<FieldError[]> {
  const field = 'authority.name'
  const errors = choiceErrors(choices)
  const picked = choices.get('authority')
  if (picked?.state !== 'chosen') return errors
  const { id, validUntil } = picked.organisation
  if (id === wish.organisation.id) return [fieldError(field, 'partners.introduction.error.own')]
  if (validUntil !== null && validUntil <= writing.today)
    return [fieldError(field, 'partners.wish.error.abolished')]
  if (hasAccount && !isAdviser && !organisationIds.includes(id))
    return [fieldError(field, 'partners.introduction.error.notYours')]
  const isGoingOn = await lookUpGoingOn(writing, network.id, { wishId: wish.id, organisationId: id })
  return isGoingOn ? [fieldError(field, 'partners.introduction.error.goingOn')] : errors
}

interface Expressed {
  organisationId: string
  text: string
  language: string
}

function begin(application: Application, asked: InterestRequest, expressed: Expressed): Promise<Sent> {
  const { network, wish } = asked
  return inTransaction(asked.writing, async (writing: Context) => {
    const { text, language } = expressed
    const id = await addIntroduction(writing, {
      networkId: network.id,
      wishId: wish.id,
      ...expressed,
      sender: null,
    })
    const introduction = await lookUpIntroduction(writing, network.id, id)
    if (introduction)
      await tell({ application, writing, network }, introduction, {
        key: 'expressed',
        sides: ['wish', 'adviser', 'interest'],
        quoted: [{ text, language }],
      })
    return { outcome: 'begun', id }
  })
}

async function ask(
  application: Application,
  { writing, network, wish, reader }: InterestRequest,
  expressed: Expressed,
  { name, address, heldFor }: { name: string; address: string; heldFor: Holding | null },
): Promise<Sent> {
  const id = await addIntroduction(writing, {
    networkId: network.id,
    wishId: wish.id,
    ...expressed,
    sender: { name, address, language: reader.interfaceLanguage, heldFor },
  })
  const introduction = await lookUpIntroduction(writing, network.id, id)
  if (introduction) await askToConfirm({ application, writing, network }, introduction, address)
  return { outcome: 'asked', address }
}
