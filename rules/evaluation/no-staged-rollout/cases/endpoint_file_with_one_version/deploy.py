print("deployed by hand")
