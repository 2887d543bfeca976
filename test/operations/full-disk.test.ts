import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { projectPath } from '../../src/platform/settings/project-path.ts'
import { makeEmbedded } from '../support/embedded-database.ts'
import { runEntente } from '../support/entente-process.ts'

// A disk of its own, which disappears with the process that sees it. Some machines do not allow it.
const asRoot = ['-Urm', 'sh', '-c']
const wholeDisk = 400
// What restoring the demonstration fills once or twice: every table that is added makes the database itself larger.
const room = 10
const canMount = spawnSync('unshare', [...asRoot, 'mount -t tmpfs tmpfs /mnt']).status === 0

/**
 * Runs a script in which `$DISK` is a disk of which so many megabytes can be used until `$DISK/filler` is removed. The given
 * folder has been copied there.
 */
function onSmallDisk(megabytes: number, source: string | null, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'entente-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const lines = [
    `mount -t tmpfs -o size=${wholeDisk}m tmpfs "$DISK" && fallocate -l ${wholeDisk - megabytes}m "$DISK/filler"`,
    source ? `cp -r "${source}/." "$DISK"` : ':',
    script,
  ]
  const serve = `"${process.execPath}" "${projectPath('dist', 'cli.js')}"`
  const result = spawnSync('unshare', [...asRoot, lines.join('\n')], {
    env: { PATH: process.env.PATH, DISK: folder, DATA_DIR: folder, ENTENTE: serve, DEMO: 'none', PORT: '0' },
    timeout: 250_000,
    encoding: 'utf8',
  })
  return result.stdout + result.stderr
}

const megabytesOf = (folder: string) =>
  Number.parseInt(spawnSync('du', ['-sm', folder], { encoding: 'utf8' }).stdout, 10)

test.runIf(canMount)('a first start on a full disk is one line, and the next one starts afresh', () => {
  const output = onSmallDisk(
    10,
    null,
    'eval $ENTENTE migrate; echo "exit $?"; rm "$DISK/filler"; eval $ENTENTE migrate; echo "exit $?"',
  )
  expect(output).toMatch(/could not be made in \S+: the disk is full \(\d+ MB are free, 100 are needed\)\n/)
  expect(output).toMatch(/exit 1\nexit 0\n/)
})

test.runIf(canMount)(
  'a disk that fills up while the server works ends it with one line; with room again, nothing is lost',
  async () => {
    const made = await makeEmbedded({ demonstration: true })
    onTestFinished(made.remove)
    const backup = await runEntente(['backup', '-'], { environment: made.environment })
    const file = join(made.environment.DATA_DIR ?? '', 'all.jsonl')
    writeFileSync(file, backup.out)
    const script = `
    for round in 1 2 3; do SAID=$(eval $ENTENTE restore "${file}" --replace 2>&1) && continue; echo "$SAID" | tail -n 1; break; done
    eval $ENTENTE restore "${file}" --replace; echo "exit $?"
    rm "$DISK/filler"; eval $ENTENTE doctor --json | grep -o '"says":"france-coree"'`
    const output = onSmallDisk(
      megabytesOf(made.environment.DATA_DIR ?? '') + room,
      made.environment.DATA_DIR ?? '',
      script,
    )
    expect(output).toMatch(/^The disk is full: could not |: the disk is full \(\d+ MB are free/m)
    expect(output).not.toMatch(/stopped: /)
    expect(output).toMatch(/exit 1\n"says":"france-coree"/)
  },
)

test('a backup to a full disk is one line, and leaves no file behind', async () => {
  const made = await makeEmbedded({ directory: 'none' })
  onTestFinished(made.remove)
  const finished = await runEntente(['backup', '/dev/full'], { environment: made.environment })
  expect(finished).toMatchObject({
    exit: 1,
    err: expect.stringMatching(/\/dev\/full cannot be written: ENOSPC: no space left on device, write\n$/),
  })
})
