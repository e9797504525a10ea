interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Rows of [share of the busy time, function, where], busiest first. */
export function summariseProfile(json: string, count: number): string[][] {
  const profile = JSON.parse(json) as CpuProfile;
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, describe(callFrame)]));
  const own = new Map<string, number>();
  profile.samples.forEach((id, index) => {
    const name = names.get(id) ?? '?';
    own.set(name, (own.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0));
  });
  own.delete('(idle)\t');
  const total = [...own.values()].reduce((sum, micros) => sum + micros, 0);
  return [...own]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([name, micros]) => [`${((micros / total) * 100).toFixed(1)} %`, ...name.split('\t')]);
}

function describe(frame: CpuProfile['nodes'][number]['callFrame']): string {
  const place = frame.url.replace(/^.*\/node_modules\//, '').replace(/^.*\/(?=[^/]+$)/, (path) => path.slice(-40));
  return `${frame.functionName || '(anonymous)'}\t${place ? `${place}:${frame.lineNumber + 1}` : ''}`;
}
