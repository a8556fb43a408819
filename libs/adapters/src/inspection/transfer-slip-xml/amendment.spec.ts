import { checkAmendment } from './amendment.js';

describe('an amendment of an electronic transfer', () => {
  it.each([
    ['186000.00', '167400.00', true],
    ['186000.00', '204600', true],
    ['186000.00', '167399.99', false],
    ['186000', '204600.01', false],
    ['0.1', '0.11', true],
    ['0.1', '0.111', false],
    ['100', '100', true],
    ['100.', '+.5', false],
    ['9007199254740993', '9907919180215092.3', true],
    ['9007199254740993', '9907919180215092.4', false],
  ])('from %s to %s is within the limit: %s', (original, amended, within) => {
    const findings = checkAmendment({ amendment: { totalValue: { original, amended } } });
    expect(findings.map(({ code, severity, place }) => [code, severity, place?.pointer])).toEqual(
      within ? [] : [['ADAPTER_AMENDMENT_BEYOND', 'warning', '/amendment/totalValue/amended']],
    );
  });

  it.each([
    [{}],
    [{ amendment: { reason: '2' } }],
    [{ amendment: { totalValue: { amended: '5' } } }],
    [{ amendment: { totalValue: { original: '0', amended: '5' } } }],
    [{ amendment: { totalValue: { original: '-5', amended: '5' } } }],
    [{ amendment: [] }],
  ])('of %j cannot be judged', (body) => {
    expect(checkAmendment(body)).toEqual([]);
  });
});
