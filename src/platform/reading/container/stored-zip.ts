import { crc32 } from 'node:zlib'

/** An archive of these parts, none of them packed: what reads it has nothing to inflate. */
export function writeStoredZip(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const pieces: Uint8Array[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, bytes] of parts) {
    const encoded = Buffer.from(name)
    const described = describe(bytes, encoded.length)
    const local = Buffer.concat([
      Buffer.from('PK\u0003\u0004', 'latin1'),
      described,
      Buffer.from([0, 0]),
      encoded,
    ])
    const central = Buffer.alloc(46)
    central.write('PK\u0001\u0002', 'latin1')
    central.writeUInt16LE(20, 4)
    described.copy(central, 6)
    central.writeUInt32LE(offset, 42)
    directory.push(central, encoded)
    pieces.push(local, bytes)
    offset += local.length + bytes.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, ...directory, end])
}

// What both headers of a part have in common: version, UTF-8 names, no packing, checksum, sizes, length of the name.
function describe(bytes: Uint8Array, nameLength: number): Buffer {
  const described = Buffer.alloc(24)
  described.writeUInt16LE(20, 0)
  described.writeUInt16LE(0x0800, 2)
  described.writeUInt32LE(crc32(bytes), 10)
  described.writeUInt32LE(bytes.length, 14)
  described.writeUInt32LE(bytes.length, 18)
  described.writeUInt16LE(nameLength, 22)
  return described
}
