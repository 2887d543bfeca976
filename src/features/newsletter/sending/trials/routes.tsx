import type { FastifyInstance, FastifyReply } from 'fastify'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import { fieldError, readForm } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound, Refusal } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage, goOn } from '../../../networks/index.ts'
import { type DraftRequest, readDraftRequest } from '../../issues/call.ts'
import { maySendLetters } from '../../policy.ts'
import { lettersIn } from '../../subscribers/call.ts'
import { paths } from '../paths.ts'
import { LetterNotDrawn } from '../preparing/draw-edition.ts'
import { trialForm } from '../schema.ts'
import { sendTrial } from './commands.ts'
import { type Editor, listEditors, listTrials } from './queries.ts'
import { TrialPage } from './views/trial-page.tsx'

/** A letter in the making, sent to those who make it as its readers would get it. */
export function addTrialRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/newsletter/draft/trial'
  pages.get(place, readTrialRequest, async (asked) => {
    const { writing, reader, network } = asked
    const people = await listEditors(writing, network.id)
    const own = personIdOf(writing.actor) ?? ''
    const values = { languages: [reader.interfaceLanguage], people: [own] }
    return show(asked, people, { values, errors: [] })
  })
  pages.post(place, readTrialRequest, async (asked) => {
    const { request, reply, writing, reader, network, issue } = asked
    const people = await listEditors(writing, network.id)
    const form = readForm(trialForm(people.map(({ id }) => id)), request.body)
    if (!form.valid) return show(withStatus(asked, 422), people, form)
    const chosen = people.filter(({ id }) => form.data.people.includes(id))
    try {
      const { languages } = form.data
      await sendTrial(application, writing, { network, issue, languages, people: chosen })
    } catch (error) {
      const said = errorOf(error)
      if (said === null) throw error
      return show(withStatus(asked, 422), people, {
        values: form.values,
        errors: [said],
      })
    }
    return goOn(reply, paths.trial(reader, network.slug, { done: 'sent' }))
  })
}

// Who composes without sending does not see to which addresses the others read.
async function readTrialRequest(visit: Visit): Promise<DraftRequest> {
  const asked = await readDraftRequest(visit)
  return maySendLetters(asked.writing.actor, asked.network.id) ? asked : notFound('trial')
}

function errorOf(error: unknown) {
  if (error instanceof LetterNotDrawn)
    return fieldError('languages', `newsletter.sending.trouble.${error.trouble}`)
  if (error instanceof Refusal && error.reason === 'tooMany')
    return fieldError('people', 'newsletter.sending.error.tooManyTrials')
  return null
}

async function show(asked: DraftRequest, people: readonly Editor[], shown: Shown): Promise<FastifyReply> {
  const { application, request, reader, network, writing, issue } = asked
  return drawNetworkPage(asked, {
    title: reader.t('newsletter.sending.trial'),
    description: reader.t('newsletter.sending.trial'),
    path: '/newsletter/draft/trial',
    noindex: true,
    children: (
      <TrialPage
        network={network.slug}
        languages={lettersIn(network)}
        people={people}
        shown={shown}
        trials={await listTrials(writing, issue.id)}
        hasServer={application.settings.smtpUrl !== null}
        isDone={parameterOf(request.query, 'done') === 'sent'}
      />
    ),
  })
}
