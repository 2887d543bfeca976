import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '../../../../platform/context/identifier.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { readForm, readValues, typedValue } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { readKeptRequest, type SessionRequest } from '../call.ts'
import { drawMeetingsPage } from '../page.tsx'
import { heldOf } from '../participants/routes.tsx'
import { paths } from '../paths.ts'
import { addRule, removeRule } from './commands.ts'
import { ruleForm } from './schema.ts'
import { RulesPage } from './views/rules-page.tsx'

const place = '/:language/:network/agenda/:slug/meetings/rules'

/** Which pairs are to meet whatever they wish, and which are not. */
export function addRuleRoutes(app: FastifyInstance, application: Application): void {
  app.get(place, neverKept, async (request, reply) => {
    const asked = await readKeptRequest(application, request)
    return show(application, request, reply, asked, { values: { kind: 'fixed' }, errors: [] })
  })
  app.post(place, neverKept, async (request, reply) => {
    const asked = await readKeptRequest(application, request)
    const form = readForm(ruleForm, request.body)
    if (!form.valid) return show(application, request, reply, asked, form)
    const errors = await addRule(asked.writing, heldOf(asked), asked.ground.session, form.data)
    if (errors.length > 0) return show(application, request, reply, asked, { values: form.values, errors })
    return goBack(reply, asked)
  })
  app.post(`${place}/removal`, neverKept, async (request, reply) => {
    const asked = await readKeptRequest(application, request)
    const values = readValues(request.body)
    const [first, second] = [typedValue(values, 'first'), typedValue(values, 'second')]
    if (!isId(first) || !isId(second)) notFound('rule')
    await removeRule(asked.writing, heldOf(asked), asked.ground.session, { first, second })
    return goBack(reply, asked)
  })
}

function show(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: SessionRequest,
  shown: Shown,
): FastifyReply {
  return drawMeetingsPage(application, request, reply, asked, {
    title: asked.reader.t('partners.assignment.rules'),
    path: '/rules',
    isWrong: shown.errors.length > 0,
    children: <RulesPage asked={asked} shown={shown} />,
  })
}

function goBack(reply: FastifyReply, { reader, network, event }: SessionRequest): FastifyReply {
  return reply.redirect(paths.rules(reader, network.slug, event.slug), 303)
}
