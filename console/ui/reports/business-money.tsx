import type { BusinessReport } from '../../../protocol/wire/business.ts';
import { useApp } from '../context.ts';
import { number } from '../format.ts';
import { businessWords as words } from '../strings-of-business.ts';
import { reportWords } from '../strings-of-reports.ts';
import { Card, Few, Figure } from './figure.tsx';
import { linked } from './linked.ts';
import { meanOfMoney, money, sums } from './money.ts';

/** Revenue, what of it is at risk, and what serving and winning customers cost. */
export function BusinessMoney({ report }: { report: BusinessReport }) {
  return (
    <>
      {report.orders.orders > 0 && <Revenue report={report} />}
      <CostCard costs={report.costs} />
    </>
  );
}

function Revenue({ report: { orders, atRisk } }: { report: BusinessReport }) {
  return (
    <Card title={words.revenue} means={linked({ means: words.revenueMeans }).means}>
      <p class="figure-line">
        <Figure which="business:orders" measure={words.revenue}>
          {sums(orders.revenue)}
        </Figure>
      </p>
      <dl class="facts facts-side">
        {atRisk.map(({ why, people, revenue, perPerson }) => {
          const each = perPerson && revenue[0] ? meanOfMoney(perPerson, revenue[0].currency) : null;
          return (
            <div key={why} class="fact">
              <dt>{words.atRisk[why]}</dt>
              <dd>
                {people === 0 ? (
                  words.nobody
                ) : (
                  <Figure which="business:atRisk" part={`why:${why}`} measure={words.atRisk[why]} small>
                    {words.people(number(people))}
                  </Figure>
                )}
                {people > 0 && ` · ${words.worth(sums(revenue))}`}
                {each && people > 0 && ` · ${words.each(each.value, each.off)}`}
              </dd>
            </div>
          );
        })}
      </dl>
      <p class="card-note">{words.atRiskNote}</p>
    </Card>
  );
}

function CostCard({ costs }: { costs: BusinessReport['costs'] }) {
  const app = useApp();
  const { currency, perConversation, total, retained, acquired, ratio } = costs;
  const link = <a href={app.hrefOf({ name: 'settings', page: 'costs' })}>{words.setCosts}</a>;
  if (currency === null || total === null) {
    return (
      <Card title={words.costs}>
        <p>{words.noCosts}</p>
        <p class="card-note">{link}</p>
      </Card>
    );
  }
  const each = meanOfMoney(perConversation, currency);
  return (
    <Card title={words.costs} means={linked({ means: words.costsMeans }).means}>
      <dl class="facts facts-side">
        <div class="fact">
          <dt>{words.perConversation}</dt>
          <dd>
            <Figure which="business:costs" measure={words.perConversation} small>
              {each.value}
            </Figure>{' '}
            · {reportWords.n(number(perConversation.n))}
            {each.off && ` · ${each.off}`} {perConversation.few && <Few />}
          </dd>
        </div>
        <div class="fact">
          <dt>{words.total}</dt>
          <dd>
            <Figure which="business:costs" measure={words.total} small>
              {money(total, currency)}
            </Figure>
          </dd>
        </div>
        <div class="fact">
          <dt>{words.retain}</dt>
          <dd>
            {retained.perPerson === null ? words.none : money(retained.perPerson, currency)} ·{' '}
            <Figure which="business:repeat" part="verdict:hit" measure={words.retain} small>
              {words.people(number(retained.people))}
            </Figure>
          </dd>
        </div>
        <div class="fact">
          <dt>{words.acquire}</dt>
          <dd>
            {acquired.perPerson === null ? words.none : money(acquired.perPerson, currency)} ·{' '}
            <Figure which="business:repeat" part="verdict:miss" measure={words.acquire} small>
              {words.people(number(acquired.people))}
            </Figure>
            {acquired.marketing === null && ` · ${words.noMarketing}`}
          </dd>
        </div>
        {ratio !== null && (
          <div class="fact">
            <dt>{words.ratio}</dt>
            <dd>
              <Figure which="business:repeat" measure={words.ratio} small>
                {words.ratioOf(number(Math.round(ratio * 100) / 100))}
              </Figure>
            </dd>
          </div>
        )}
      </dl>
      <p class="card-note">
        {words.version(costs.settingsVersion)} {link}
      </p>
    </Card>
  );
}
