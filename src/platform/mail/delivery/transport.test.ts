import type { SMTPServerOptions } from 'smtp-server'
import { expect, it, onTestFinished } from 'vitest'
import { startMailServer } from '../../../../test/support/smtp-server.ts'
import { wasNeverTaken } from './failure.ts'
import { openServers } from './servers.ts'
import { openTransport } from './transport.ts'

const envelope = { from: 'a@entente.example', to: 'claire@ville.example' }
const message = (text: string) => Buffer.from(`From: a@entente.example\r\nSubject: x\r\n\r\n${text}`)

async function open(options: SMTPServerOptions = {}, login = '') {
  const server = await startMailServer(options)
  const transport = openTransport(server.url.replace('//', `//${login}`), 2)
  onTestFinished(async () => {
    transport.close()
    await server.close()
  })
  const send = (raw: Buffer, isWireReady = false) => transport.send({ envelope, raw, isWireReady })
  return { server, send }
}

const listening = (hear: (to: string) => void): SMTPServerOptions => ({
  onRcptTo: ({ address }, _session, answer) => {
    hear(address)
    answer()
  },
})

const guarded: SMTPServerOptions = {
  authOptional: false,
  onAuth: ({ username, password }, _session, answer) => {
    if (username === 'entente' && password === 'p@ss word') answer(null, { user: username })
    else answer(new Error('Invalid username or password'))
  },
}

it('signs in with the user and the password of the address', async () => {
  const { server, send } = await open(guarded, 'entente:p%40ss%20word@')
  await send(message('a'))
  await send(message('b'))
  expect(server.received).toHaveLength(2)
})

it('says of a wrong password that no mail was taken, and lets the next one try again', async () => {
  const { server, send } = await open(guarded, 'entente:wrong@')
  for (const text of ['a', 'b']) {
    const error = await send(message(text)).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ responseCode: 535, command: expect.stringMatching(/^AUTH/) })
    expect(wasNeverTaken(error)).toBe(true)
  }
  expect(server.received).toEqual([])
})

it('goes over to TLS where the server offers it', async () => {
  const secure: boolean[] = []
  const { send } = await open({
    disabledCommands: [],
    onMailFrom: (_address, session, answer) => {
      secure.push(session.secure)
      answer()
    },
  })
  await send(message('a'))
  expect(secure).toEqual([true])
})

it('brings every byte, lines of dots too, and ends none before its end', async () => {
  const { server, send } = await open()
  const texts = ['.', '..\r\n.\r\n.a', 'a\r\n.\r\n', '\r\n.\r\nMAIL FROM:<x@y.example>\r\n', 'é']
  for (const text of texts) await send(message(text))
  const withEnd = (text: string) => (text.endsWith('\r\n') ? text : `${text}\r\n`)
  expect(server.received.map(({ raw }) => raw.toString())).toEqual(
    texts.map((text) => withEnd(message(text).toString())),
  )
  await send(message('ready\r\n.\r\n'), true)
  expect(server.received.at(-1)?.raw).toEqual(message('ready\r\n'))
})

it('tells a server of a mail at once, and lets its bytes go when they may', async () => {
  const heard: string[] = []
  const server = await startMailServer(listening((to) => heard.push(to)))
  const servers = openServers(server.url, [], () => performance.now())
  onTestFinished(async () => {
    servers.close()
    await server.close()
  })
  const raw = message('ready\r\n.\r\n')
  const gate = Promise.withResolvers<boolean>()
  const sending = servers.send({ envelope, raw, isWireReady: true, mayLeave: gate.promise })
  await expect.poll(() => heard).toEqual([envelope.to])
  expect(server.received).toEqual([])
  gate.resolve(true)
  expect(await sending).toBe(true)
  expect(server.received.map((each) => each.raw)).toEqual([message('ready\r\n')])
})

it('takes a mail back that may not go after all, holds nothing against the server, and sends the next', async () => {
  const server = await startMailServer()
  const servers = openServers(server.url, [], () => performance.now())
  onTestFinished(async () => {
    servers.close()
    await server.close()
  })
  const send = (text: string, may: boolean) =>
    servers.send({
      envelope,
      raw: message(`${text}\r\n.\r\n`),
      isWireReady: true,
      mayLeave: Promise.resolve(may),
    })
  expect(await send('a', true)).toBe(true)
  expect(await send('b', false)).toBe(false)
  expect(servers.isOpen()).toBe(true)
  expect(await send('c', true)).toBe(true)
  expect(server.received.map((each) => each.raw)).toEqual([message('a\r\n'), message('c\r\n')])
})

it('holds a mail back whose server goes away while it waits', async () => {
  const server = await startMailServer()
  const servers = openServers(server.url, [], () => performance.now())
  onTestFinished(async () => servers.close())
  const gate = Promise.withResolvers<boolean>()
  const raw = message('a\r\n.\r\n')
  const sending = servers.send({ envelope, raw, isWireReady: true, mayLeave: gate.promise })
  await new Promise((resolve) => setTimeout(resolve, 300))
  await server.close()
  expect(await sending).toBe(false)
  gate.resolve(true)
  expect(server.received).toEqual([])
})

it('opens another connection when the server has closed one that stood idle', async () => {
  const { server, send } = await open({ socketTimeout: 1000 })
  await send(message('a'))
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await send(message('b'))
  expect(server.received).toHaveLength(2)
})

it('goes on by another connection when the server has had enough mails on one', async () => {
  const counts = new Map<string, number>()
  const { server, send } = await open({
    onMailFrom: (_address, { id }, answer) => {
      const count = (counts.get(id) ?? 0) + 1
      counts.set(id, count)
      if (count <= 3) return answer()
      answer(Object.assign(new Error('4.7.0 Too many messages'), { responseCode: 421 }))
    },
  })
  await Promise.all(Array.from({ length: 20 }, (_, at) => send(message(`${at}`))))
  expect(server.received).toHaveLength(20)
  expect(new Set(server.received.map(({ raw }) => raw.toString())).size).toBe(20)
})

it('believes a server that has had enough before the first mail', async () => {
  const { server, send } = await open({
    onMailFrom: (_address, _session, answer) =>
      answer(Object.assign(new Error('4.7.0 Come back later'), { responseCode: 421 })),
  })
  await expect(send(message('a'))).rejects.toMatchObject({ responseCode: 421 })
  expect(server.received).toEqual([])
})

it('keeps to its number of connections, and hands each on', async () => {
  let [now, most] = [0, 0]
  const { server, send } = await open({
    onConnect: (_session, answer) => {
      now++
      most = Math.max(most, now)
      answer()
    },
    onClose: () => void now--,
  })
  await Promise.all(Array.from({ length: 30 }, (_, at) => send(message(`${at}`))))
  expect([server.received.length, most]).toEqual([30, 2])
})

it('does not give to the next server what the first may have taken before it went away', async () => {
  const [first, second] = [await startMailServer(), await startMailServer()]
  onTestFinished(async () => {
    await Promise.all([first.close(), second.close()])
  })
  first.behave('forget')
  const servers = openServers(`${first.url} ${second.url}`, [], () => performance.now())
  const error = await servers.send({ envelope, raw: message('a') }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Error)
  expect([first.received.length, second.received.length]).toEqual([1, 0])
  servers.close()
})
