import type { FastifyInstance, FastifyReply } from 'fastify'
import { dayOf } from '../../../../platform/context/clock.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { readForm, readValues, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage, goOn, type NetworkRequest } from '../../../networks/index.ts'
import type { Issue } from '../../issues/issue.ts'
import { letterOf } from '../../issues/letter.ts'
import { paths as issuePaths } from '../../issues/paths.ts'
import { findPublished, lookUpDraft } from '../../issues/queries.ts'
import { lettersIn } from '../../subscribers/call.ts'
import { readSenderRequest } from '../call.ts'
import { orderSending } from '../commands.ts'
import { findForecast } from '../forecast/queries.ts'
import { paths } from '../paths.ts'
import { drawEdition } from '../preparing/draw-edition.ts'
import { lookUpSendingOf } from '../queries.ts'
import { startForm } from '../schema.ts'
import { PlanPage } from './views/plan-page.tsx'

/** How a letter that is approved or published is sent: to whom it would go and when is seen before. */
export function addPlanningRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  for (const letter of ['draft', ':number'] as const) {
    const place = `/:language/:network/newsletter/${letter}/sending`
    pages.get(place, async (visit) => {
      const { reply } = visit
      const back = letter === 'draft' ? await lookUpWayBack(visit) : null
      if (back) return goOn(reply, back)
      const asked = await readPlanRequest(visit)
      const { reader, network, writing, issue } = asked
      const sending = await lookUpSendingOf(writing, issue.id)
      if (sending) return goOn(reply, paths.sending(reader, network.slug, sending.id))
      return show(asked)
    })
    pages.post(place, async (visit) => {
      const { request, reply } = visit
      const before = await lookUpPressed(visit)
      if (before) return goOn(reply, before)
      const asked = await readPlanRequest(visit).catch(async (error: unknown) => {
        // The other press was quicker, by less than it takes to look.
        const since = await lookUpPressed(visit)
        if (since) return since
        throw error
      })
      if (typeof asked === 'string') return goOn(reply, asked)
      const { writing, reader, network, issue } = asked
      const form = readForm(startForm(dayOf(application.clock)), request.body)
      // Another letter is in the making by now than the one that was looked at.
      if (form.valid && form.data.issue !== issue.id)
        return goOn(reply, `${issuePaths.draft(reader, network.slug)}?done=late`)
      if (!form.valid) return show(withStatus(asked, 422), form)
      const id = await orderSending(application, writing, issue, form.data.from)
      return goOn(reply, paths.sending(reader, network.slug, id, { done: 'ordered' }))
    })
  }
}

/** Where whoever presses the button twice is led: the letter is in the making no more. */
async function lookUpPressed(visit: Visit): Promise<string | null> {
  const { request } = visit
  const { reader, network, writing } = await readSenderRequest(visit)
  const id = typedValue(readValues(request.body), 'issue')
  const sending = isId(id) ? await lookUpSendingOf(writing, id) : null
  return sending?.networkId === network.id ? paths.sending(reader, network.slug, sending.id) : null
}

/** Where whoever comes back once the letter was sent, or opened again, sees how things stand. */
async function lookUpWayBack(visit: Visit): Promise<string | null> {
  const { reader, network, writing } = await readSenderRequest(visit)
  const issue = await lookUpDraft(writing, network.id)
  return issue?.state === 'approved' ? null : issuePaths.draft(reader, network.slug)
}

interface PlanRequest extends NetworkRequest {
  issue: Issue
  /** How its address names it. */
  letter: 'draft' | number
}

async function readPlanRequest(visit: Visit): Promise<PlanRequest> {
  const { request } = visit
  const asked = await readSenderRequest(visit)
  const { writing, network } = asked
  const number = parameterOf(request.params, 'number')
  if (number !== undefined) {
    const issue = await findPublished(writing, network.id, number)
    return issue.state === 'published' ? { ...asked, issue, letter: issue.number } : notFound(number)
  }
  const issue = await lookUpDraft(writing, network.id)
  return issue?.state === 'approved' ? { ...asked, issue, letter: 'draft' } : notFound('draft')
}

async function show(asked: PlanRequest, typed: Shown = { values: {}, errors: [] }): Promise<FastifyReply> {
  const { application, request, reader, network, writing, issue } = asked
  const today = dayOf(application.clock)
  const looked = readForm(startForm(today), { from: parameterOf(request.query, 'from') ?? today })
  const isTyped = typed.errors.length > 0
  const shown = isTyped ? typed : looked.valid ? { values: looked.values, errors: [] } : looked
  const startsOn = !isTyped && looked.valid ? looked.data.from : today
  const forecast = await findForecast(
    writing,
    { kind: 'issue', networkId: network.id, issueId: issue.id },
    startsOn,
  )
  const languages = lettersIn(network)
  return drawNetworkPage(asked, {
    title: reader.t('newsletter.sending.plan'),
    description: reader.t('newsletter.sending.plan'),
    path: `/newsletter/${asked.letter}/sending`,
    noindex: true,
    children: (
      <PlanPage
        network={network}
        issue={issue}
        letter={asked.letter}
        languages={languages}
        startsOn={startsOn}
        shown={shown}
        forecast={forecast}
        hasServer={application.settings.smtpUrl !== null}
        tooLarge={await listTooLarge(application, asked, languages)}
      />
    ),
  })
}

/** In which languages the letter cannot be drawn, or not so that mail programs show it whole. */
async function listTooLarge(
  application: Application,
  { reader, network, issue }: PlanRequest,
  languages: readonly InterfaceLanguage[],
): Promise<InterfaceLanguage[]> {
  const { baseUrl } = application.settings
  const found: InterfaceLanguage[] = []
  for (const language of languages) {
    const t = application.translate(language)
    const letter = letterOf(issue, { baseUrl, t, network, language, today: reader.today })
    const isDrawn = await drawEdition(application, { key: language, language }, letter).then(
      () => true,
      () => false,
    )
    if (!isDrawn) found.push(language)
  }
  return found
}
