import type { App } from '../model/app.ts';
import { AppContext, DeskContext } from './context.ts';
import { Opening, SetUp, SignIn, Unreachable } from './door.tsx';
import { Shell } from './shell.tsx';

export function Root({ app }: { app: App }) {
  return (
    <AppContext.Provider value={app}>
      <Screen app={app} />
    </AppContext.Provider>
  );
}

function Screen({ app }: { app: App }) {
  const step = app.account.step.value;
  const desk = app.desk.value;
  switch (step.name) {
    case 'opening':
      return <Opening />;
    case 'unreachable':
      return <Unreachable />;
    case 'set_up':
      return <SetUp />;
    case 'signed_out':
      return <SignIn because={step.because} />;
    case 'signed_in':
      if (!desk) return <Opening />;
      return (
        <DeskContext.Provider value={desk}>
          <Shell />
        </DeskContext.Provider>
      );
  }
}
