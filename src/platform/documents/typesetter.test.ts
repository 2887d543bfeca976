import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { longSheet, sampleSheet } from '../../../test/support/sample-sheet.ts'
import { Typesetter, type TypesetterLimits } from './typesetter.ts'

const open: Typesetter[] = []
afterEach(() => {
  for (const typesetter of open.splice(0)) typesetter.close()
})

describe('Typesetter', () => {
  it('starts no process before it is asked to draw', () => {
    expect(make().processId).toBeNull()
  })

  it('draws PDF and DOCX, one after the other, in one process', async () => {
    const typesetter = make()
    const both = Promise.all([
      typesetter.render('pdf', [sampleSheet()]),
      typesetter.render('docx', [sampleSheet()]),
    ])
    const process = typesetter.processId
    const [pdf, docx] = await both
    expect([pdf.bytes.subarray(0, 5).toString(), docx.bytes.subarray(0, 2).toString()]).toEqual([
      '%PDF-',
      'PK',
    ])
    expect(typesetter.processId).toBe(process)
  })

  it('draws the first sheet that fits, the same in both formats', async () => {
    const typesetter = make()
    const sheets = [longSheet(400), longSheet(200), longSheet(20)]
    expect((await typesetter.render('pdf', sheets)).chosen).toBe(2)
    expect((await typesetter.render('docx', sheets)).chosen).toBe(2)
  })

  it('fails when nothing fits, and draws the next sheet', async () => {
    const typesetter = make()
    await expect(typesetter.render('pdf', [longSheet(400)])).rejects.toThrow('more than one page')
    expect((await typesetter.render('pdf', [sampleSheet()])).bytes.length).toBeGreaterThan(5000)
  })

  it('starts another process when the one it had was killed', async () => {
    const typesetter = make()
    await typesetter.render('pdf', [sampleSheet()])
    const first = typesetter.processId
    process.kill(first ?? 0, 'SIGKILL')
    await until(() => typesetter.processId === null)
    await typesetter.render('pdf', [sampleSheet()])
    expect(typesetter.processId).not.toBe(first)
  })

  it('fails what was being drawn when the process dies, and nothing else', async () => {
    const typesetter = make()
    const lost = typesetter.render('pdf', [sampleSheet()])
    const next = typesetter.render('pdf', [sampleSheet()])
    process.kill(typesetter.processId ?? 0, 'SIGKILL')
    await expect(lost).rejects.toThrow('SIGKILL')
    expect((await next).chosen).toBe(0)
  })

  it('ends the process when a sheet takes too long', async () => {
    const typesetter = make({ timeMs: 1 })
    const drawn = typesetter.render('pdf', [sampleSheet()])
    const process = typesetter.processId
    await expect(drawn).rejects.toThrow('more than 1 ms')
    await until(() => !existsSync(`/proc/${process}`))
    expect(typesetter.processId).toBeNull()
  })

  it('ends the process when nothing was asked for a while, so that its memory is free', async () => {
    const typesetter = make({ idleMs: 30 })
    await typesetter.render('pdf', [sampleSheet()])
    const process = typesetter.processId
    await until(() => typesetter.processId === null)
    await until(() => !existsSync(`/proc/${process}`))
  })

  it('ends the process after a sheet that left it with too much memory', async () => {
    const typesetter = make({ memory: 1 })
    await typesetter.render('pdf', [sampleSheet()])
    expect(typesetter.processId).toBeNull()
  })

  it('asks people to come back when too many sheets wait', async () => {
    const typesetter = make({ waiting: 1 })
    const drawn = [typesetter.render('pdf', [sampleSheet()]), typesetter.render('pdf', [sampleSheet()])]
    await expect(typesetter.render('pdf', [sampleSheet()])).rejects.toMatchObject({ reason: 'tooMany' })
    expect((await Promise.all(drawn)).map(({ chosen }) => chosen)).toEqual([0, 0])
  })

  it('fails what waits when it is closed, and leaves no process behind', async () => {
    const typesetter = make()
    const drawn = [typesetter.render('pdf', [sampleSheet()]), typesetter.render('pdf', [sampleSheet()])]
    const process = typesetter.processId
    typesetter.close()
    for (const each of await Promise.allSettled(drawn)) expect(each.status).toBe('rejected')
    await until(() => !existsSync(`/proc/${process}`))
  })
})

function make(limits: Partial<TypesetterLimits> = {}): Typesetter {
  const typesetter = new Typesetter(limits)
  open.push(typesetter)
  return typesetter
}

async function until(condition: () => boolean): Promise<void> {
  for (let left = 500; !condition(); left--) {
    if (left === 0) throw new Error('It did not happen within 10 seconds')
    await wait(20)
  }
}
