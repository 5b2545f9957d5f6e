def test_dates():
    assert 3 > 2
