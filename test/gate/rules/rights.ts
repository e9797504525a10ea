import type { Import, Module, Violation } from '../modules.ts';
import { mayUse, OUTER_ROOMS, type Room, roomOf } from '../rooms.ts';

/** Every file has a room, and imports only what its room may. */
export function findForbiddenImports(modules: Module[]): Violation[] {
  return modules.flatMap((module) => {
    const room = roomOf(module.path);
    if (!room) {
      const message =
        'This file belongs to no room. Move it into one, or add its room to test/gate/rooms.ts and the map.';
      return [{ path: module.path, line: 1, message }];
    }
    return module.imports.flatMap((one) => {
      const message = complaint(room, one);
      return message ? [{ path: module.path, line: one.line, message }] : [];
    });
  });
}

function complaint(room: Room, one: Import): string | undefined {
  if (one.kind === 'node') {
    return room.node ? undefined : `${room.name} may not use ${one.to}: it must run without Node. ${room.instead}`;
  }
  if (one.kind === 'package') return packageComplaint(room, one);
  const target = roomOf(one.to);
  if (!target)
    return /\.(?:css|json)$/.test(one.to) ? undefined : `"${one.to}" belongs to no room; import a file of a room.`;
  if (target.name === room.name) return undefined;
  if (OUTER_ROOMS.includes(target.name) && !mayUse(room.may, 'everything') && !room.types?.includes(target.name)) {
    return `${room.name} may not import ${target.name}: nobody imports it. ${room.instead}`;
  }
  if (mayUse(room.may, target.name)) return undefined;
  if (mayUse(room.types, target.name)) {
    if (one.typeOnly) return undefined;
    return `${room.name} may import types only from ${target.name}: write "import type", or move the value. ${room.instead}`;
  }
  return `${room.name} may not import ${target.name} (${one.to}). ${room.instead}`;
}

function packageComplaint(room: Room, one: Import): string | undefined {
  if (mayUse(room.packages, one.to)) return undefined;
  if (one.typeOnly && mayUse(room.typePackages, one.to)) return undefined;
  return `${room.name} may not use the package "${one.to}". ${room.instead}`;
}
