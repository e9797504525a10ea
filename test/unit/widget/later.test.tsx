import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Later, laterView } from '../../../widget/ui/later.tsx';

/** W16: parts that are fetched later, on pages whose promises are not the browser's own. */

const View = () => <p>It is there</p>;

/** As old libraries make them: `then`, and nothing else. */
function plainPromise<Value>(promise: Promise<Value>): Promise<Value> {
  const then: Promise<Value>['then'] = (...steps) => plainPromise(promise.then(...steps));
  return { then } as Promise<Value>;
}

test('a promise that knows no `finally`: the part is shown, and one that failed can be asked for again', async () => {
  let asked = 0;
  const part = laterView(() => plainPromise(++asked === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(View)));
  render(<Later of={part} with={{}} />);
  (await screen.findByRole('button')).click();
  expect(await screen.findByText('It is there')).toBeTruthy();
  expect(asked).toBe(2);
});
