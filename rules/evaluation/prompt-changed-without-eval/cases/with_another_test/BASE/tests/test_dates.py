def test_dates():
    assert 2 > 1
